package io.upline.service.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.access.Caller;
import io.upline.service.access.Role;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.redis.RedisAt;
import io.upline.service.platform.settings.SettingsReading;
import io.upline.service.testing.TestRedis;
import io.upline.service.testing.Wait;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two replicas and one Redis.
@SuppressWarnings("NullAway.Init")
class SharedLimitsTest {
    private static final int PER_SECOND = 50;
    private static final int BURST = 100;
    /// What each replica may let in before it tells the other.
    private static final int PORTION = 5;

    private static TestRedis server;

    private final StoppedTime time = new StoppedTime();
    private final Caller anna = new Caller.Person(UUID.randomUUID(), Role.MEMBER);
    private Replica one;
    private Replica other;

    private record Replica(RedisAt connection, RequestLimits limits) implements AutoCloseable {
        static Replica connected(StoppedTime time) {
            var connection = RedisAt.url(server.url());
            var settings = SettingsReading.read(
                    Map.of("REDIS_ENABLED", "true", "PERSON_REQUESTS_PER_SECOND", Integer.toString(PER_SECOND)));
            return new Replica(
                    connection, new RequestLimits(settings, time, new RedisBuckets(connection.redis(), time)));
        }

        boolean letsIn(Caller caller) {
            try {
                limits.count(caller, MultiMap.caseInsensitiveMultiMap());
                return true;
            } catch (Problem refused) {
                return false;
            }
        }

        /// Lets in as many as come, and is told about the others' meanwhile.
        int letsInUpTo(int requests, Caller caller) {
            var count = 0;
            for (int i = 0; i < requests; i++) {
                count += letsIn(caller) ? 1 : 0;
                hear();
            }
            return count;
        }

        /// Waits until what was asked before was answered: to take from a bucket is two questions.
        private void hear() {
            for (int i = 0; i < 3; i++) {
                ping();
            }
        }

        private void ping() {
            connection
                    .redis()
                    .work(commands -> commands.ping())
                    .exceptionally(_ -> "away")
                    .join();
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    @BeforeAll
    static void startRedis() {
        server = TestRedis.started();
    }

    @AfterAll
    static void stopRedis() {
        server.close();
    }

    @BeforeEach
    void connect() {
        server.kill();
        server.start();
        one = Replica.connected(time);
        other = Replica.connected(time);
    }

    @AfterEach
    void disconnect() {
        one.close();
        other.close();
    }

    @Test
    void replicasShareOneBucket() {
        assertThat(one.letsInUpTo(60, anna)).isEqualTo(60);
        assertThat(other.letsInUpTo(BURST, anna)).isBetween(40 - PORTION, 40 + 2 * PORTION);
        assertThat(one.letsInUpTo(BURST, anna)).isLessThanOrEqualTo(2 * PORTION);
    }

    @Test
    void theyTakeTurnsAndLetInTogetherAsManyAsOneWould() {
        var letIn = 0;
        for (int second = 0; second <= 10; second++) {
            for (int i = 0; i < BURST; i++) {
                letIn += one.letsInUpTo(1, anna) + other.letsInUpTo(1, anna);
            }
            time.pass(Duration.ofSeconds(1));
        }
        assertThat(letIn).isBetween(BURST + 10 * PER_SECOND - 4 * PORTION, BURST + 10 * PER_SECOND + 4 * PORTION);
    }

    @Test
    void nobodyElsePaysForIt() {
        assertThat(one.letsInUpTo(2 * BURST, anna)).isEqualTo(BURST);
        assertThat(other.letsInUpTo(BURST, new Caller.Person(UUID.randomUUID(), Role.MEMBER)))
                .isEqualTo(BURST);
    }

    @Test
    void whileRedisIsAwayEachReplicaGoesOnAlone() {
        assertThat(one.letsInUpTo(60, anna)).isEqualTo(60);
        server.kill();
        try {
            assertThat(one.letsInUpTo(BURST, anna)).isEqualTo(40);
            assertThat(other.letsInUpTo(2 * BURST, anna)).isEqualTo(BURST);
        } finally {
            server.start();
        }
        Wait.until(() ->
                one.connection.redis().isThere() && other.connection.redis().isThere());
        var bert = new Caller.Person(UUID.randomUUID(), Role.MEMBER);
        Wait.until(() -> {
            one.letsInUpTo(2 * BURST, bert);
            return !other.letsIn(bert);
        });
    }

    @Test
    void aRedisThatDoesNotAnswerStopsNobody() {
        server.freeze();
        try {
            var letIn = 0;
            while (one.letsIn(anna)) {
                letIn++;
            }
            assertThat(letIn).isEqualTo(BURST);
        } finally {
            server.thaw();
        }
    }

    @Test
    void whatRedisAnswersTooLateIsTakenFromNobody() {
        var bert = new Caller.Person(UUID.randomUUID(), Role.MEMBER);
        assertThat(one.letsInUpTo(PORTION + 1, bert)).isEqualTo(PORTION + 1);
        server.freeze();
        try {
            assertThat(one.letsIn(anna)).isTrue();
            for (int i = 0; i < PORTION; i++) {
                assertThat(one.letsIn(bert)).isTrue();
            }
            time.pass(RedisBuckets.PATIENCE);
        } finally {
            server.thaw();
        }
        one.hear();
        assertThat(other.letsInUpTo(2 * BURST, anna)).isEqualTo(BURST);
        assertThat(other.letsInUpTo(2 * BURST, bert)).isEqualTo(BURST);
    }

    @Test
    void aClockThatIsWrongRefusesNobodyForLong() {
        var hourAhead = new StoppedTime();
        hourAhead.pass(Duration.ofHours(1));
        try (var wrong = Replica.connected(hourAhead)) {
            assertThat(wrong.letsInUpTo(1, anna)).isOne();
        }
        var letIn = 0;
        for (int second = 0; second < 40; second++) {
            time.pass(Duration.ofSeconds(1));
            letIn = one.letsInUpTo(PER_SECOND + PORTION, anna);
        }
        assertThat(letIn).isEqualTo(PER_SECOND);
    }

    @Test
    void aRedisThatLostEverythingRefusesNobodyForIt() {
        assertThat(one.letsInUpTo(60, anna)).isEqualTo(60);
        one.connection.redis().work(commands -> commands.flushall()).join();
        assertThat(one.letsInUpTo(40, anna)).isEqualTo(40);
    }

    @Test
    void nothingStaysInRedis() {
        one.letsInUpTo(2 * BURST, anna);
        var keys = one.connection
                .redis()
                .work(commands -> commands.keys("upline:limit:person:50:*"))
                .join();
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(one.connection
                                .redis()
                                .work(commands -> commands.pttl(key))
                                .join())
                        .isBetween(1L, 4_000L));
        Wait.until(() -> one.connection
                .redis()
                .work(commands -> commands.keys("upline:limit:*"))
                .join()
                .isEmpty());
    }
}
