package io.upline.bench.load;

import io.upline.bench.load.process.PostgresServer;
import io.upline.bench.load.process.Wrk;
import io.upline.bench.load.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;

/// `./upline bench`: starts a PostgreSQL and the service in a temporary folder, runs the loads, prints one table.
///
/// The launcher names itself in the system property `upline.launcher`.
public final class BenchCommand {
    private static final int BAD_ARGUMENTS = 2;
    private static final int NOT_MET = 1;

    private BenchCommand() {}

    /// Measures what the arguments say. Exit code 1: a bar is not met, or a load failed; 2: bad arguments, or no
    /// `wrk`.
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        if (!Wrk.isInstalled()) {
            System.err.println("The load generator wrk is missing. Install it: apt-get install wrk");
            System.exit(BAD_ARGUMENTS);
        }
        try {
            var options = Options.of(arguments);
            System.exit(run(options) ? 0 : NOT_MET);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(BAD_ARGUMENTS);
        }
    }

    private static boolean run(Options options) throws IOException, SQLException, InterruptedException {
        var table = new Table(System.err);
        var folder = Files.createTempDirectory("upline-bench");
        var server = PostgresServer.start(Path.of(System.getProperty("upline.launcher")), folder);
        // However it ends, Ctrl-C too.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clean(server, folder), "clean"));
        var bench = new Bench(server, Wrk.in(folder), options.scale(), table);
        try {
            for (var part : options.parts()) {
                measure(part, bench);
            }
        } finally {
            System.out.print(table.text());
        }
        return table.isMet();
    }

    private static void measure(Options.Part part, Bench bench) throws IOException, SQLException, InterruptedException {
        switch (part) {
            case REGISTRATIONS -> atEachSize(bench, new RegistrationBench(bench, "")::measure);
            case ONE_CLIENT -> atEachSize(bench, members -> new OneClientBench(bench).measure(members));
            case BONUSES -> atEachSize(bench, new BonusBench(bench)::measure);
            case READS -> new ReadBench(bench).measure();
            case ACCESS -> new AccessBench(bench).measure();
            case NESTED -> new NestedBench(bench).measure();
            case MONEY -> new MoneyBench(bench).measure();
            case TEN_MILLION -> new HugeBench(bench).measure();
        }
    }

    /// What is measured at several sizes.
    private interface Sized {
        void measure(int members) throws IOException, SQLException, InterruptedException;
    }

    private static void atEachSize(Bench bench, Sized sized) throws IOException, SQLException, InterruptedException {
        for (var members : bench.scale().sizes()) {
            sized.measure(members);
        }
    }

    private static void clean(PostgresServer server, Path folder) {
        server.close();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            System.err.println("What was measured on is left in " + folder + ": " + e.getMessage());
        }
    }
}
