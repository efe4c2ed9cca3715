package io.upline.client.faults.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.faults.Site;
import io.upline.client.process.PostgresProcess;
import io.upline.client.process.ServiceProcess;
import io.upline.client.testing.Seeds;
import io.upline.client.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two replicas, writers, readers and a neighbour who reads the keys, while Redis is restarted with what it once
/// saved, and emptied: no answer is older than what the same replica has confirmed, and no key is older than a
/// second.
@Tag("faults")
class RedisIT {
    private static final Duration RUN = Duration.ofSeconds(Math.min(300, Integer.getInteger("faults.seconds", 300)));
    private static final int REPLICAS = 2;
    private static final int TEAMS = 20;
    private static final int FIRST_MEMBERS = 600;
    private static final int READERS = 4;
    private static final Pattern ANSWERS =
            Pattern.compile("upline_downline_nested_total\\{answer=\"(\\w+)\"[^}]*} ([0-9.E]+)");

    private final Random random = new Random(Seeds.next());
    private final List<Team> teams =
            IntStream.range(0, TEAMS).mapToObj(_ -> new Team(REPLICAS)).toList();

    @Test
    void noAnswerAndNoKeyIsOlderThanItMayBe() throws Exception {
        var folder = Site.folder("Redis");
        try (var redis = RedisProcess.start(folder);
                var database = PostgresProcess.create(folder.resolve("postgres"));
                var one = replica(folder.resolve("one"), database, redis);
                var other = replica(folder.resolve("other"), database, redis)) {
            var urls = List.of(one.url(), other.url());
            fill(urls);
            var threads = new ArrayList<Activity>();
            for (var replica = 0; replica < REPLICAS; replica++) {
                threads.add(new Writer(urls.get(replica), replica, teams, random.nextLong()));
            }
            for (var reader = 0; reader < READERS; reader++) {
                threads.add(new Reader(urls.get(reader % REPLICAS), reader % REPLICAS, teams, random.nextLong()));
            }
            var neighbour = new Neighbour(redis, teams, random.nextLong());
            threads.add(neighbour);
            var running = threads.stream().map(Thread.ofPlatform()::start).toList();
            var faults = disturb(redis);
            threads.forEach(Activity::stop);
            for (var thread : running) {
                thread.join();
            }
            assertThat(threads).flatExtracting(Activity::faults).isEmpty();
            System.out.printf(
                    "FAULT Redis: %d s, %s; %,d answers of replicas and %,d keys read directly, none too old; %s%n",
                    RUN.toSeconds(), faults, reads(threads), neighbour.times(), answers(one, other));
            assertThat(neighbour.times()).isPositive();
        }
    }

    private static ServiceProcess replica(Path folder, PostgresProcess database, RedisProcess redis)
            throws IOException {
        return ServiceProcess.start(
                Files.createDirectories(folder),
                Map.of(
                        "DB_URL",
                        PostgresProcess.url(database.port()),
                        "REDIS_ENABLED",
                        "true",
                        "REDIS_URL",
                        redis.url()));
    }

    private void fill(List<String> urls) throws InterruptedException {
        var threads = teams.stream()
                .map(team -> Thread.ofVirtual()
                        .start(() -> new Writer(urls.getFirst(), 0, List.of(team), 1).fill(team, FIRST_MEMBERS)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(teams).allMatch(team -> team.through(0) == FIRST_MEMBERS);
    }

    private Map<String, Integer> disturb(RedisProcess redis) throws IOException {
        var end = System.nanoTime() + RUN.toNanos();
        var faults = new TreeMap<String, Integer>();
        while (System.nanoTime() < end) {
            Wait.pass(Duration.ofMillis(random.nextInt(3_000)));
            faults.merge(redis.disturb(random), 1, Integer::sum);
        }
        return faults;
    }

    private static int reads(List<Activity> threads) {
        return threads.stream()
                .filter(Reader.class::isInstance)
                .mapToInt(Activity::times)
                .sum();
    }

    /// How often a nested downline was kept, found in Redis, or written.
    private static Map<String, Long> answers(ServiceProcess... replicas) throws Exception {
        var answers = new TreeMap<String, Long>();
        for (var replica : replicas) {
            var metrics = ANSWERS.matcher(replica.get("/metrics", "text/plain").body());
            while (metrics.find()) {
                answers.merge(metrics.group(1), (long) Double.parseDouble(metrics.group(2)), Long::sum);
            }
        }
        return answers;
    }
}
