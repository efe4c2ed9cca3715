package io.upline.service.platform.job.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.network.Replica;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.database.FailingDatabase;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.settings.DatabaseAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How long a step of a job is tried, without waiting for it.
class PersistenceTest {
    private static final DatabaseAddress ADDRESS = Replica.database();

    private final List<Duration> pauses = new ArrayList<>();

    private Persistence persistence(Database database, int untilStopped) {
        return new Persistence(
                database, () -> pauses.size() == untilStopped, nanos -> pauses.add(Duration.ofNanos(nanos)));
    }

    private Persistence persistence() {
        return persistence(new Database(Replica.pool(ADDRESS)), Integer.MAX_VALUE);
    }

    private void refuse(SQLException failure) {
        assertThatThrownBy(() -> persistence().until("it", connection -> {
                    throw failure;
                }))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void contentionIsTriedABoundedNumberOfTimesWithGrowingPauses() {
        refuse(Failure.contention("always"));
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void whatIsWrongIsNotTriedAgain() {
        refuse(new SQLException("no such column", "42703"));
        refuse(new SQLException("a key twice", "23505"));
        assertThat(pauses).isEmpty();
    }

    @Test
    void whatLosesItsConnectionWheneverItHasBegunIsGivenUp() {
        refuse(new SQLException("cut", "08006"));
        assertThat(pauses).hasSize(Persistence.CUTS - 1);
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedForUntilItIsTimeToStop() {
        var away = FailingDatabase.of(Replica.pool(ADDRESS), FailingDatabase.Ending.ROLLED_BACK, 0);
        assertThat(persistence(away, 500).until("it", connection -> "done")).isEmpty();
        assertThat(pauses).hasSize(500).last().isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aCommitThatNobodyHeardOfIsLookedUpByDoingItAgain() {
        var tries = new AtomicInteger();
        var database = FailingDatabase.after(0, Replica.pool(ADDRESS), FailingDatabase.Ending.COMMITTED);
        assertThat(persistence(database, Integer.MAX_VALUE).until("it", connection -> tries.incrementAndGet()))
                .contains(2);
    }
}
