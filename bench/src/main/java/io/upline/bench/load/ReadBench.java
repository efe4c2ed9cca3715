package io.upline.bench.load;

import io.upline.bench.load.process.Load;
import io.upline.bench.load.process.LoadResult;
import io.upline.bench.load.process.ServiceProcess;
import io.upline.bench.load.report.Median;
import io.upline.bench.load.report.Row;
import io.upline.bench.load.report.Row.Compared;
import io.upline.bench.load.rows.Seed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads from memory at a million members and at a thousand, compared with replies that take no thought: `/status`
/// for short ones, a fixed body of the same length for long ones.
final class ReadBench {
    private static final double BAR = 0.7;
    private static final double P99_BAR = 1.5;
    /// With them the service has the fixed bodies.
    static final String JVM_OPTIONS = "-Dupline.fixed-body=true";

    private final Bench bench;

    ReadBench(Bench bench) {
        this.bench = bench;
    }

    /// A service with the network that it was started on.
    private record Side(ServiceProcess service, Seed seed) {}

    /// One round of one kind of read.
    private record Round(LoadResult ceiling, LoadResult large, LoadResult small) {
        String words(Read read) {
            return "  %s: %s (p99 %s), with a thousand members p99 %s; %s of no thought"
                    .formatted(
                            read.words(),
                            Row.perSecond(large.perSecond()),
                            Row.millis(large.p99Millis()),
                            Row.millis(small.p99Millis()),
                            Row.perSecond(ceiling.perSecond()));
        }
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var large = bench.seed(Scale.LARGE_MEMBERS);
        var small = bench.seed(Scale.SMALL_MEMBERS);
        bench.table().say("reads from memory");
        try (var onLarge = bench.server().service(large.database(), JVM_OPTIONS);
                var onSmall = bench.server().service(small.database(), JVM_OPTIONS)) {
            for (var read : Read.values()) {
                measure(read, new Side(onLarge, large), new Side(onSmall, small));
            }
            bench.check(onLarge);
        }
    }

    private void measure(Read read, Side large, Side small) throws IOException, InterruptedException {
        var plain = read.plain(large.service, large.seed);
        round(read, plain, large, small);
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < bench.scale().rounds(); i++) {
            var round = round(read, plain, large, small);
            bench.table().say(round.words(read));
            rounds.add(round);
        }
        add(read, " (" + plain.parameters().get("path") + ")", rounds);
    }

    private Round round(Read read, Load plain, Side large, Side small) throws IOException {
        return new Round(
                run(plain, large.service),
                run(read.load(large.seed), large.service),
                run(read.load(small.seed), small.service));
    }

    private void add(Read read, String plain, List<Round> rounds) {
        var rates = new Compared(
                Median.of(rounds, round -> round.large.perSecond()),
                Median.of(rounds, round -> round.ceiling.perSecond()));
        var p99 = new Compared(
                Median.of(rounds, round -> round.large.p99Millis()),
                Median.of(rounds, round -> round.small.p99Millis()));
        bench.table().add(Row.rate(read.words(), Scale.LARGE_MEMBERS, rates, BAR, "", plain));
        bench.table().add(Row.time(read.words() + ", p99, to that at a thousand", Scale.LARGE_MEMBERS, p99, P99_BAR));
    }

    private LoadResult run(Load load, ServiceProcess service) throws IOException {
        return bench.run(load.lasting(bench.scale().readSeconds()), service);
    }
}
