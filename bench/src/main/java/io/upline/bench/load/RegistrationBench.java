package io.upline.bench.load;

import io.upline.bench.load.process.Load;
import io.upline.bench.load.process.Load.Sponsors;
import io.upline.bench.load.process.LoadResult;
import io.upline.bench.load.report.Row;
import io.upline.bench.load.rows.Births;
import io.upline.bench.load.rows.PlainInsert;
import io.upline.bench.load.rows.Seed;
import java.io.IOException;
import java.sql.SQLException;

/// Registrations over HTTP, durable, from 64 connections; compared with L.
final class RegistrationBench {
    private static final double BAR = 0.6;
    private static final double P99_BAR_MILLIS = 50;
    private static final int WARM_UP_ROWS = 4_000;
    private static final int WARM_UP_SERIES = 1;
    private static final int SERIES = 2;

    private final Bench bench;
    private final String jvmOptions;

    /// @param jvmOptions of the service; empty for none
    RegistrationBench(Bench bench, String jvmOptions) {
        this.bench = bench;
        this.jvmOptions = jvmOptions;
    }

    void measure(int members) throws IOException, SQLException, InterruptedException {
        var seed = bench.seed(members);
        for (var sponsors : Sponsors.values()) {
            measure(seed, sponsors);
        }
    }

    private void measure(Seed seed, Sponsors sponsors) throws IOException, SQLException, InterruptedException {
        var what = "registrations, " + sponsors.words();
        bench.table().say("%s, %,d members".formatted(what, seed.members()));
        var load = Load.registrations(sponsors).among(1, seed.members());
        var rounds = bench.rounds(() -> round(seed, load));
        bench.table().add(WriteRound.row(what, seed.members(), rounds, BAR));
        var p99 = WriteRound.p99Millis(rounds);
        bench.table().add(Row.atMost(what + ", p99", seed.members(), p99, P99_BAR_MILLIS, "ms"));
    }

    private WriteRound round(Seed seed, Load load) throws IOException, SQLException, InterruptedException {
        bench.copy(seed);
        try (var service = bench.server().service(Bench.LOADED, jvmOptions)) {
            bench.warmUp(load, service);
            bench.run(load.series(WARM_UP_SERIES).answers(WARM_UP_ROWS), service);
            var before = members();
            var h1 = bench.dryRuns(load, service);
            var w = bench.run(load.series(SERIES).answers(bench.scale().registrations()), service);
            var h2 = bench.dryRuns(load, service);
            bench.check(service);
            return new WriteRound(w, (h1 + h2) / 2, plain(seed, before, w.answers()), batchRows(before, w, load));
        }
    }

    private int members() throws SQLException {
        try (var connection = bench.server().connect(Bench.LOADED)) {
            return Births.members(connection);
        }
    }

    /// Also proves that nothing is lost or made up: every answer is a row, and there is no row that nobody asked
    /// for.
    private double batchRows(int before, LoadResult w, Load load) throws SQLException {
        try (var connection = bench.server().connect(Bench.LOADED)) {
            var born = Births.members(connection) - before;
            if (born < w.answers() || born > w.answers() + 2L * load.connections()) {
                throw new IllegalStateException(
                        "%d registrations were answered, and %d members were born.".formatted(w.answers(), born));
            }
            return (double) born / Births.batches(connection, before);
        }
    }

    /// The ceiling D: what came before the window is written first, because the window's parents are among it.
    private double plain(Seed seed, int before, long rows) throws SQLException {
        try (var loaded = bench.server().connect(Bench.LOADED);
                var written = bench.server().connect(Bench.WRITTEN)) {
            PlainInsert.run(written, Births.after(loaded, seed.members(), before - seed.members()));
            return PlainInsert.run(written, Births.after(loaded, before, rows));
        }
    }
}
