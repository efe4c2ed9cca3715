package io.upline.bench.load;

import io.upline.bench.load.process.Load;
import io.upline.bench.load.process.Load.Sponsors;
import io.upline.bench.load.process.LoadResult;
import io.upline.bench.load.rows.Seed;
import io.upline.bench.load.rows.TriggerRows;
import java.io.IOException;
import java.sql.SQLException;

/// Bonus triggers over HTTP, durable, from 64 connections: each pays four levels by the default plan and has a
/// reference of its own. Compared with the L of their own rows; H is that of registrations.
final class BonusBench {
    private static final double BAR = 0.5;
    private static final int WARM_UP_TRIGGERS = 3_000;
    /// Where the measured references begin.
    private static final long FIRST = 1_000_000;

    private final Bench bench;

    BonusBench(Bench bench) {
        this.bench = bench;
    }

    void measure(int members) throws IOException, SQLException, InterruptedException {
        var seed = bench.seed(members);
        bench.table().say("bonus triggers, %,d members".formatted(members));
        var rounds = bench.rounds(() -> round(seed));
        bench.table().add(WriteRound.row("bonus triggers, 4 bonuses each", members, rounds, BAR));
    }

    private WriteRound round(Seed seed) throws IOException, SQLException, InterruptedException {
        bench.copy(seed);
        var registrations = Load.registrations(Sponsors.RANDOM).among(1, seed.members());
        var triggers = Load.triggers().among(seed.firstDeep(), seed.members());
        try (var service = bench.server().service(Bench.LOADED, "")) {
            bench.warmUp(registrations, service);
            bench.run(triggers.answers(WARM_UP_TRIGGERS), service);
            var h1 = bench.dryRuns(registrations, service);
            var w = bench.run(triggers.from(FIRST).answers(bench.scale().triggers()), service);
            var h2 = bench.dryRuns(registrations, service);
            bench.check(service);
            return again(w, (h1 + h2) / 2);
        }
    }

    /// The ceiling D: the same rows again, those that warmed up first.
    private WriteRound again(LoadResult w, double h) throws SQLException {
        try (var loaded = bench.server().connect(Bench.LOADED);
                var written = bench.server().connect(Bench.WRITTEN)) {
            var rows = TriggerRows.all(loaded);
            var from = (int) (rows.triggers() - w.answers());
            if (from < WARM_UP_TRIGGERS) {
                throw new IllegalStateException("%d triggers were answered, and with those before %d were paid."
                        .formatted(w.answers(), rows.triggers()));
            }
            rows.insert(written, 0, from);
            var d = rows.insert(written, from, rows.triggers());
            return new WriteRound(w, h, d, (double) rows.triggers() / rows.batches());
        }
    }
}
