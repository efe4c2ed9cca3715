package io.upline.client.faults.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.faults.Site;
import io.upline.client.faults.load.Exchange;
import io.upline.client.faults.load.Exchange.Reply;
import io.upline.client.process.PostgresProcess;
import io.upline.client.testing.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class DiskFullIT {
    private static final int DISK_MEGABYTES = 128;
    private static final int ROUNDS = 3;
    private static final Duration FULL = Duration.ofSeconds(6);

    @Test
    void aFullDiskRefusesWritesLosesNothingAndIsForgottenWhenThereIsSpaceAgain() throws Exception {
        var folder = Site.folder("DiskFull");
        var answers = new TreeMap<String, Integer>();
        try (var disk = SmallDisk.mount(folder.resolve("disk"), DISK_MEGABYTES);
                var site = Site.open(
                        "DiskFull", PostgresProcess.create(disk.folder().resolve("postgres")), 2)) {
            site.load(24, 10);
            for (int round = 0; round < ROUNDS; round++) {
                fillForAWhile(site, disk, answers);
            }
            site.awaitConfirmed(300);
            site.audit("%d times full for %d s; writes then: %s, longest gap %,d ms"
                    .formatted(
                            ROUNDS,
                            FULL.toSeconds(),
                            answers,
                            site.acknowledged().rhythm().longestGap().toMillis()));
        }
        assertThat(answers.keySet()).as("answers to writes").isSubsetOf("200", "503");
        assertThat(answers).as("answers to writes").containsKey("503");
    }

    private static void fillForAWhile(Site site, SmallDisk disk, Map<String, Integer> answers) throws IOException {
        site.awaitConfirmed(300);
        disk.fill();
        askWhileFull(site, answers);
        disk.free();
        revive(site.database());
    }

    /// Counts what registrations of new roots are answered.
    private static void askWhileFull(Site site, Map<String, Integer> answers) {
        var exchange = new Exchange();
        var end = System.nanoTime() + FULL.toNanos();
        while (System.nanoTime() < end) {
            var replica = site.replicas().get(site.random().nextInt(2));
            var body = "{\"user_id\": \"%s\"}".formatted(UUID.randomUUID());
            var word = switch (exchange.post(replica, "/mlm/root", body)) {
                case Reply.Answer answer -> Integer.toString(answer.status());
                case Reply.Silence silence -> silence.why();
            };
            answers.merge(word, 1, Integer::sum);
            Wait.pass(Duration.ofMillis(20));
        }
    }

    /// PostgreSQL recovers by itself from most of it; where it gave up, somebody starts it.
    private static void revive(PostgresProcess database) throws IOException {
        if (!database.answersWithin(Duration.ofSeconds(10))) {
            if (database.isAlive()) {
                database.kill();
            }
            database.start();
        }
    }
}
