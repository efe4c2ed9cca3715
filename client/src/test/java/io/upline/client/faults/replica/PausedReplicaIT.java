package io.upline.client.faults.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.faults.Site;
import io.upline.client.process.PostgresProcess;
import io.upline.client.process.Replica;
import io.upline.client.testing.Wait;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
class PausedReplicaIT {
    private static final Duration PAUSE = Duration.ofSeconds(Integer.getInteger("faults.pause.seconds", 60));
    /// The contract: others write again within 3 s. The rest is what a machine that does three things at once
    /// takes.
    private static final Duration LONGEST_GAP = Duration.ofMillis(3_500);

    private static final int ATTEMPTS = 500;

    @Test
    void aReplicaThatFreezesWithTheLockDelaysTheOthersByThreeSecondsAndDoesNoHarmWhenItWakes() throws Exception {
        try (var site = Site.open("PausedReplica", 3)) {
            site.load(24, 10);
            site.awaitConfirmed(200);
            var frozen = site.replicas().get(site.random().nextInt(3));
            var attempts = freezeWithTheLock(site, frozen);
            Wait.pass(PAUSE);
            var gap = site.acknowledged().rhythm().longestGap();
            frozen.resume();
            site.acknowledged().rhythm(frozen).restart();
            var before = site.acknowledged().members().size();
            site.awaitConfirmed(500);
            site.audit(
                    "frozen for %d s in the middle of a batch (attempt %d), longest gap of the others %,d ms, %,d confirmed by then"
                            .formatted(PAUSE.toSeconds(), attempts, gap.toMillis(), before));
            assertThat(gap).as("longest gap of the others").isLessThan(LONGEST_GAP);
        }
    }

    /// Freezes the replica at random moments until it is one where it holds the lock.
    private static int freezeWithTheLock(Site site, Replica replica) throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Wait.pass(Duration.ofMillis(1 + site.random().nextInt(30)));
            site.acknowledged().rhythm().restart();
            replica.pause();
            if (someoneSleepsWithTheLock(site.database())) {
                return attempt;
            }
            replica.resume();
        }
        throw new AssertionError("The replica never held the lock when it was frozen, seen " + ATTEMPTS + " times.");
    }

    /// Twice, because whoever goes on after a moment was not frozen.
    private static boolean someoneSleepsWithTheLock(PostgresProcess database) throws SQLException {
        for (int look = 0; look < 2; look++) {
            if (idleHolders(database) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int idleHolders(PostgresProcess database) throws SQLException {
        Wait.pass(Duration.ofMillis(60));
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT count(*) FROM pg_stat_activity a
                        JOIN pg_locks l ON l.pid = a.pid AND l.relation = 'network'::regclass AND l.mode = 'RowShareLock'
                        WHERE a.state = 'idle in transaction' AND a.state_change < clock_timestamp() - interval '50 ms'
                        """)) {
            row.next();
            return row.getInt(1);
        }
    }
}
