package io.upline.client.faults;

import io.upline.client.faults.audit.Audit;
import io.upline.client.faults.audit.Follower;
import io.upline.client.faults.audit.NaivePlan;
import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Load;
import io.upline.client.process.DatabaseProxy;
import io.upline.client.process.PostgresProcess;
import io.upline.client.process.Replica;
import io.upline.client.process.ServiceProcess;
import io.upline.client.testing.Seeds;
import io.upline.client.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL, replicas that reach it through a proxy each, clients, and what they were told. Everything that a
/// test leaves behind, logs too, is in `target/faults/{name of the test}`.
public final class Site implements AutoCloseable {
    private static final Path HOME = Path.of("target", "faults").toAbsolutePath();
    private static final int LONGEST_FAULT_MILLIS = 5_000;
    private static final Duration PROGRESS_WITHIN = Duration.ofSeconds(90);
    private static @Nullable List<String> rehearsed;

    private final String name;
    private final PostgresProcess database;
    private final NaivePlan plan;
    private final List<DatabaseProxy> proxies = new ArrayList<>();
    private final List<Replica> replicas = new ArrayList<>();
    private final Acknowledgements acknowledged = new Acknowledgements();
    private final long seed = Seeds.next();
    private final Random random = new Random(seed);
    private @Nullable Follower follower;
    private @Nullable Load load;

    private Site(String name, PostgresProcess database, NaivePlan plan) {
        this.name = name;
        this.plan = plan;
        this.database = database;
    }

    /// An empty folder for a test.
    public static Path folder(String name) throws IOException {
        var folder = HOME.resolve(name);
        if (Files.exists(folder)) {
            try (var old = Files.walk(folder)) {
                for (var path : old.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /// A new PostgreSQL and replicas on it.
    public static Site open(String name, int replicas) throws IOException {
        return open(name, newDatabase(name), replicas);
    }

    /// The same with another plan.
    public static Site open(String name, int replicas, NaivePlan plan) throws IOException {
        return open(new Site(name, newDatabase(name), plan), replicas, rehearsed());
    }

    /// Replicas on a PostgreSQL that the site stops in the end.
    public static Site open(String name, PostgresProcess database, int replicas) throws IOException {
        return open(new Site(name, database, NaivePlan.builtIn()), replicas, rehearsed());
    }

    /// The same as [#open(String, int)] for one short test: without the rehearsal that pays when there are many
    /// starts.
    public static Site openOnce(String name, int replicas) throws IOException {
        return open(new Site(name, newDatabase(name), NaivePlan.builtIn()), replicas, List.of());
    }

    private static PostgresProcess newDatabase(String name) throws IOException {
        return PostgresProcess.create(folder(name).resolve("postgres"), Map.of());
    }

    private static Site open(Site site, int replicas, List<String> options) throws IOException {
        try {
            for (int i = 1; i <= replicas; i++) {
                site.add("replica-" + i, options);
            }
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
        site.follower = Follower.start(site.replicas, new Random(site.random.nextLong()));
        return site;
    }

    private void add(String replica, List<String> options) throws IOException {
        var proxy = DatabaseProxy.to(database.port());
        proxies.add(proxy);
        var settings = new HashMap<>(plan.settings());
        settings.put("DB_URL", PostgresProcess.url(proxy.port()));
        replicas.add(Replica.start(HOME.resolve(name).resolve(replica), settings, options));
    }

    private static synchronized List<String> rehearsed() throws IOException {
        var options = rehearsed;
        if (options == null) {
            options = ServiceProcess.rehearse(folder("rehearsal"));
            rehearsed = options;
        }
        return options;
    }

    /// The PostgreSQL.
    public PostgresProcess database() {
        return database;
    }

    /// All replicas.
    public List<Replica> replicas() {
        return replicas;
    }

    /// Between all replicas and the database.
    public List<DatabaseProxy> proxies() {
        return proxies;
    }

    /// What the test chooses is chosen by this.
    public Random random() {
        return random;
    }

    /// What the clients were told.
    public Acknowledgements acknowledged() {
        return acknowledged;
    }

    /// The service that follows the network all the time.
    public Follower follower() {
        if (follower == null) {
            throw new IllegalStateException("The site is not open.");
        }
        return follower;
    }

    /// Lets clients begin.
    public Load load(int clients, int thinkMillis) {
        var started = Load.start(replicas, acknowledged, new Load.Pace(clients, thinkMillis), random.nextLong());
        load = started;
        return started;
    }

    /// Waits until so many more registrations are confirmed.
    public void awaitConfirmed(int more) {
        var enough = acknowledged.members().size() + more;
        Wait.until(
                more + " more registrations are confirmed",
                PROGRESS_WITHIN,
                () -> acknowledged.members().size() >= enough);
    }

    /// Kills a replica and starts it again, or lets it pause; either for some seconds.
    public void hurtOne() throws IOException {
        var replica = replicas.get(random.nextInt(replicas.size()));
        var time = Duration.ofMillis(random.nextInt(LONGEST_FAULT_MILLIS));
        System.out.println("HURT " + LocalTime.now(ZoneOffset.UTC) + " " + replica.name() + " " + time);
        if (random.nextBoolean()) {
            replica.kill();
            Wait.pass(time);
            replica.start();
        } else {
            replica.pause();
            Wait.pass(time);
            replica.resume();
        }
    }

    /// Stops the clients, when every one of them has its answer.
    public void settle() {
        if (load != null) {
            load.close();
            load = null;
        }
    }

    /// Settles, holds everything against what was confirmed, and prints one line.
    ///
    /// @param figures what the line says of the fault
    public Audit.Result audit(String figures) throws SQLException {
        settle();
        var result = Audit.of(plan, database, replicas, acknowledged, follower());
        System.out.printf(
                "FAULT %s: %s; %,d registrations, %,d distributions and %,d changes confirmed; in the database %,d members and %,d distributions; nothing lost, nobody twice, all replicas and a follower equal%n",
                name,
                figures,
                acknowledged.members().size(),
                acknowledged.payments().size(),
                acknowledged.changes().size(),
                result.members(),
                result.events());
        return result;
    }

    /// How often a fault is repeated: the system property `faults.rounds` when it is set.
    public static int rounds(int usually) {
        return Integer.getInteger("faults.rounds", usually);
    }

    @Override
    public void close() throws IOException {
        settle();
        if (follower != null) {
            follower.close();
        }
        for (var replica : replicas) {
            replica.close();
        }
        for (var proxy : proxies) {
            proxy.close();
        }
        database.close();
    }
}
