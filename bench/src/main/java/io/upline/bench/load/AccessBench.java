package io.upline.bench.load;

import io.upline.bench.load.access.Callers;
import io.upline.bench.load.process.Load;
import io.upline.bench.load.process.ServiceProcess;
import io.upline.bench.load.report.Median;
import io.upline.bench.load.report.Row;
import io.upline.bench.load.report.Row.Compared;
import io.upline.bench.load.rows.Seed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What it costs to ask who calls and to count it: the same requests for short reads, on the same database, to a
/// service that asks nobody and to one that asks everybody.
final class AccessBench {
    private static final double BAR = 0.9;
    /// More than of other loads: a tenth is little, and two rounds may differ by a third of it.
    private static final int ROUNDS_TIMES = 3;

    private final Bench bench;

    AccessBench(Bench bench) {
        this.bench = bench;
    }

    /// The two services.
    private record Sides(ServiceProcess open, ServiceProcess guarded) {}

    /// One round of one kind of read, in answers a second, each compared with those of the service that doesn't ask.
    ///
    /// @param key about anybody, by a service
    /// @param token by people, each about themself
    private record Round(Compared key, Compared token) {
        String words(Read read) {
            return "  %s: by key %s, unasked %s; by token %s, unasked %s"
                    .formatted(
                            read.words(),
                            Row.perSecond(key.measured()),
                            Row.perSecond(key.ceiling()),
                            Row.perSecond(token.measured()),
                            Row.perSecond(token.ceiling()));
        }
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var seed = bench.seed(Scale.LARGE_MEMBERS);
        var callers = Callers.in(bench.server().folder(), seed.members());
        bench.table().say("who calls");
        try (var open = bench.server().service(seed.database(), Map.of());
                var guarded = bench.server().service(seed.database(), callers.settings())) {
            for (var read : List.of(Read.MEMBER, Read.COUNT)) {
                measure(read, seed, callers, new Sides(open, guarded));
            }
            new GuessBench(bench).measure(guarded, seed.members());
            bench.check(open);
        }
    }

    private void measure(Read read, Seed seed, Callers callers, Sides sides) throws IOException {
        var load = read.load(seed);
        // As many answers, not as many seconds: neither compiler may have seen less than the other.
        round(load.answers(bench.scale().checked()), callers, sides);
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < ROUNDS_TIMES * bench.scale().rounds(); i++) {
            var round = round(load.lasting(bench.scale().readSeconds()), callers, sides);
            bench.table().say(round.words(read));
            rounds.add(round);
        }
        add(read.words() + " by key", rounds.stream().map(Round::key).toList());
        add(read.words() + " by token", rounds.stream().map(Round::token).toList());
    }

    private Round round(Load load, Callers callers, Sides sides) throws IOException {
        return new Round(compared(callers.byKey(load), sides), compared(callers.byPeople(load), sides));
    }

    private Compared compared(Load load, Sides sides) throws IOException {
        var open = run(load, sides.open);
        return new Compared(run(load, sides.guarded), open);
    }

    private double run(Load load, ServiceProcess service) throws IOException {
        return bench.run(load, service).perSecond();
    }

    private void add(String what, List<Compared> rounds) {
        var rates = new Compared(Median.of(rounds, Compared::measured), Median.of(rounds, Compared::ceiling));
        bench.table().add(Row.rate(what, Scale.LARGE_MEMBERS, rates, BAR, "", " (AUTH=off)"));
    }
}
