package io.upline.bench.load;

import io.upline.bench.load.process.Load;
import io.upline.bench.load.process.Load.Sponsors;
import io.upline.bench.load.process.ServiceProcess;
import io.upline.bench.load.report.Median;
import io.upline.bench.load.report.Row;
import io.upline.bench.load.report.Row.Compared;
import io.upline.bench.load.rows.Births;
import io.upline.bench.load.rows.SingleInsert;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// One client alone: the time of a registration, compared with BEGIN, a single-row INSERT and COMMIT of the same
/// rows.
final class OneClientBench {
    private static final double BAR = 2;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 5;
    private static final int WARM_UP_SERIES = 1;
    private static final int SERIES = 2;
    private static final long SERIES_STEP = 1_000_000;

    private final Bench bench;
    private final List<Compared> rounds = new ArrayList<>();

    OneClientBench(Bench bench) {
        this.bench = bench;
    }

    void measure(int members) throws IOException, SQLException, InterruptedException {
        var seed = bench.seed(members);
        bench.table().say("one client alone, %,d members".formatted(members));
        bench.copy(seed);
        var load = Load.registrations(Sponsors.RANDOM)
                .among(1, members)
                .answers(bench.scale().alone());
        try (var service = bench.server().service(Bench.LOADED, "");
                var loaded = bench.server().connect(Bench.LOADED);
                var written = bench.server().connect(Bench.WRITTEN)) {
            bench.warmUp(load, service);
            // Both sides: their compilers learn what one client alone does.
            round(
                    load.alone()
                            .series(WARM_UP_SERIES)
                            .answers(WARM_UP * bench.scale().alone()),
                    service,
                    loaded,
                    written);
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(round(load.alone().series(SERIES).from(i * SERIES_STEP), service, loaded, written));
            }
            bench.check(service);
        }
        var times = new Compared(Median.of(rounds, Compared::measured), Median.of(rounds, Compared::ceiling));
        bench.table().add(Row.time("one client alone, median registration", members, times, BAR));
    }

    private Compared round(Load load, ServiceProcess service, Connection loaded, Connection written)
            throws IOException, SQLException {
        var before = Births.members(loaded);
        var registration = bench.run(load, service).p50Millis();
        var plain = SingleInsert.run(written, Births.after(loaded, before, Integer.MAX_VALUE));
        bench.table().say("  %s, plain %s".formatted(Row.millis(registration), Row.millis(plain)));
        return new Compared(registration, plain);
    }
}
