package io.upline.bench.load;

import io.upline.bench.load.process.Load;
import io.upline.bench.load.process.LoadResult;
import io.upline.bench.load.process.PostgresServer;
import io.upline.bench.load.process.SelfCheck;
import io.upline.bench.load.process.ServiceProcess;
import io.upline.bench.load.process.Wrk;
import io.upline.bench.load.report.Table;
import io.upline.bench.load.rows.Seed;
import io.upline.bench.load.rows.Seeding;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What all measurements share: the server, the generator, the networks to start from, and where the figures go.
final class Bench {
    /// The copy on which the service runs, and the one in which plain JDBC writes the same again.
    static final String LOADED = "loaded";

    static final String WRITTEN = "written";

    private static final int DRY_SERIES = 255;

    private final PostgresServer server;
    private final Wrk wrk;
    private final Scale scale;
    private final Table table;
    private final Map<Integer, Seed> seeds = new HashMap<>();

    Bench(PostgresServer server, Wrk wrk, Scale scale, Table table) {
        this.server = server;
        this.wrk = wrk;
        this.scale = scale;
        this.table = table;
    }

    PostgresServer server() {
        return server;
    }

    Scale scale() {
        return scale;
    }

    Table table() {
        return table;
    }

    /// A database with so many members, made when it is asked for first.
    Seed seed(int members) throws IOException, SQLException {
        var known = seeds.get(members);
        if (known != null) {
            return known;
        }
        table.say("Making a network of %,d members …".formatted(members));
        var made = make("seed_" + members, members);
        seeds.put(members, made);
        return made;
    }

    private Seed make(String database, int members) throws IOException, SQLException {
        server.create(database);
        // Once, so that the tables are there and the settings are in force.
        server.service(database, "").close();
        try (var connection = server.connect(database)) {
            return Seeding.fill(connection, database, members);
        }
    }

    LoadResult run(Load load, ServiceProcess service) throws IOException {
        return wrk.run(load, service);
    }

    /// The ceiling H: a window of registrations that are only checked.
    double dryRuns(Load registrations, ServiceProcess service) throws IOException {
        var load = registrations.dryRun().series(DRY_SERIES).answers(scale.checked());
        return run(load, service).perSecond();
    }

    /// Compiles what a registration runs through, but for the writing.
    void warmUp(Load registrations, ServiceProcess service) throws IOException {
        var load = registrations.dryRun().series(DRY_SERIES).answers(scale.checked() / 2);
        run(load, service);
    }

    /// Ends a load: the service checks itself.
    void check(ServiceProcess service) throws IOException, InterruptedException {
        switch (SelfCheck.of(service)) {
            case CLEAN -> table.say("  self-check: clean");
            case NOT_CHECKED -> table.say("  self-check: this version of the service has none");
        }
    }

    /// Two copies of a database to start from.
    void copy(Seed seed) throws SQLException {
        server.copy(seed.database(), LOADED);
        server.copy(seed.database(), WRITTEN);
    }

    /// What is measured in several rounds.
    interface Measuring {
        WriteRound round() throws IOException, SQLException, InterruptedException;
    }

    /// As many rounds as the scale says.
    List<WriteRound> rounds(Measuring measuring) throws IOException, SQLException, InterruptedException {
        var rounds = new ArrayList<WriteRound>();
        for (int i = 0; i < scale.rounds(); i++) {
            var round = measuring.round();
            table.say(round.words());
            rounds.add(round);
        }
        return rounds;
    }
}
