package io.upline.service.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.access.Caller;
import io.upline.service.access.Role;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.redis.RedisAt;
import io.upline.service.platform.settings.SettingsReading;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLimitsTest {
    private static final Caller GATEWAY = new Caller.Service("gateway-1", Role.GATEWAY);
    private static final Caller ANNA = new Caller.Person(UUID.randomUUID(), Role.MEMBER);
    private static final Caller BERT = new Caller.Person(UUID.randomUUID(), Role.MEMBER);

    private final StoppedTime time = new StoppedTime();

    private RequestLimits limits(int perKey, int perPerson) {
        var environment = Map.of(
                "KEY_REQUESTS_PER_SECOND",
                Integer.toString(perKey),
                "PERSON_REQUESTS_PER_SECOND",
                Integer.toString(perPerson));
        return new RequestLimits(SettingsReading.read(environment), time, new RedisBuckets(RedisAt.nowhere()));
    }

    /// What the reply to one request says of the limits.
    private static Map<String, String> reply(RequestLimits limits, Caller caller) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        try {
            limits.count(caller, headers);
        } catch (Problem refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
            headers.add("Refused", refused.detail());
        }
        return headers.entries().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isLetIn(RequestLimits limits, Caller caller) {
        return !reply(limits, caller).containsKey("Refused");
    }

    private static int letIn(RequestLimits limits, Caller caller) {
        var count = 0;
        while (isLetIn(limits, caller)) {
            count++;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50, 20_000})
    void asManyAsABucketHoldsAreLetInAndNotOneMore(int perSecond) {
        assertThat(letIn(limits(perSecond, 1), GATEWAY)).isEqualTo(2 * perSecond);
        assertThat(letIn(limits(1, perSecond), ANNA)).isEqualTo(2 * perSecond);
    }

    @Test
    void theReplySaysWhatIsLeftAndHowLongToWait() {
        var limits = limits(20_000, 2);
        assertThat(reply(limits, GATEWAY))
                .isEqualTo(Map.of(
                        "RateLimit-Policy", "\"key\";q=40000;w=2",
                        "RateLimit", "\"key\";r=39999;t=1"));
        for (var left : new int[] {3, 2, 1, 0}) {
            assertThat(reply(limits, ANNA))
                    .isEqualTo(Map.of(
                            "RateLimit-Policy", "\"person\";q=4;w=2", "RateLimit", "\"person\";r=" + left + ";t=1"));
        }
        assertThat(reply(limits, ANNA))
                .isEqualTo(Map.of(
                        "RateLimit-Policy", "\"person\";q=4;w=2",
                        "RateLimit", "\"person\";r=0;t=1",
                        "Retry-After", "1",
                        "Refused", "This person may send 2 requests a second, and has sent more; try again in 1 s."));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50})
    void whoWaitsAsLongAsTheyAreToldIsLetIn(int perSecond) {
        var limits = limits(1, perSecond);
        letIn(limits, ANNA);
        for (int i = 0; i < 10; i++) {
            var seconds = Long.parseLong(reply(limits, ANNA).getOrDefault("Retry-After", ""));
            time.pass(Duration.ofSeconds(seconds));
            assertThat(letIn(limits, ANNA)).isEqualTo(perSecond * Math.toIntExact(seconds));
        }
    }

    @Test
    void aBucketIsFilledOneRequestAtATime() {
        var limits = limits(1, 50);
        letIn(limits, ANNA);
        time.pass(Duration.ofMillis(20).minusNanos(1));
        assertThat(isLetIn(limits, ANNA)).isFalse();
        time.pass(Duration.ofNanos(1));
        assertThat(letIn(limits, ANNA)).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000})
    void aPauseFillsABucketAndNeverMore(int seconds) {
        var limits = limits(1, 50);
        letIn(limits, ANNA);
        time.pass(Duration.ofSeconds(seconds));
        assertThat(letIn(limits, ANNA)).isEqualTo(50 * Math.min(seconds, 2));
    }

    @Test
    void whoIsRefusedAllTheTimeGetsNoFullBucketForIt() {
        var limits = limits(1, 10);
        letIn(limits, ANNA);
        for (int i = 0; i < 40; i++) {
            time.pass(Duration.ofMillis(100));
            assertThat(letIn(limits, ANNA)).isOne();
        }
    }

    @Test
    void nobodyTakesFromAnotherBucket() {
        var limits = limits(1, 5);
        assertThat(letIn(limits, ANNA)).isEqualTo(10);
        assertThat(letIn(limits, BERT)).isEqualTo(10);
        assertThat(letIn(limits, GATEWAY)).isEqualTo(2);
        assertThat(letIn(limits, new Caller.Service("gateway-2", Role.GATEWAY))).isEqualTo(2);
    }

    @Test
    void aBucketIsThePersonsWhateverTheirRoleIs() {
        var limits = limits(1, 5);
        var person = UUID.randomUUID();
        assertThat(letIn(limits, new Caller.Person(person, Role.MEMBER))).isEqualTo(10);
        assertThat(letIn(limits, new Caller.Person(person, Role.ADMIN))).isZero();
    }

    @Test
    void whereThereIsNoLimitNothingIsSaidOfOne() {
        var limits = limits(0, 0);
        for (var caller : new Caller[] {GATEWAY, ANNA, new Caller.Local()}) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(reply(limits, caller)).isEmpty();
            }
        }
    }

    @Test
    void whoeverIsOnThisMachineHasNoLimit() {
        var limits = limits(1, 1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(reply(limits, new Caller.Local())).isEmpty();
        }
    }

    @Test
    void requestsAtTheSameTimeAreCountedOnceEach() {
        var limits = limits(100, 1);
        var letIn = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < 1_000; i++) {
                requests.add(
                        CompletableFuture.runAsync(() -> letIn.addAndGet(isLetIn(limits, GATEWAY) ? 1 : 0), threads));
            }
            requests.forEach(CompletableFuture::join);
        }
        assertThat(letIn).hasValue(200);
    }
}
