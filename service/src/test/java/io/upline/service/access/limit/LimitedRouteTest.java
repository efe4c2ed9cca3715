package io.upline.service.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.openapi.Document;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The limits as callers meet them.
@QuarkusTest
@TestProfile(LimitedRouteTest.FewRequests.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
class LimitedRouteTest {
    private static final int KEY_BURST = 20;
    private static final Map<String, String> SERVICE = Calls.service(Role.SERVICE);

    @Inject
    @SuppressWarnings("NullAway.Init")
    StoppedTime time;

    /// Ten requests a second for a key, one for a person, and time that stands still.
    public static final class FewRequests implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("KEY_REQUESTS_PER_SECOND", "10", "PERSON_REQUESTS_PER_SECOND", "1");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(StoppedTime.class);
        }
    }

    @BeforeEach
    void fillEveryBucket() {
        time.pass(Duration.ofSeconds(2));
    }

    private static Response member(Map<String, String> caller, UUID id) {
        return Calls.get(caller, "/mlm/members/" + id);
    }

    private static double refusals(String by) {
        return Calls.get(Calls.service(Role.AUDITOR), "/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("upline_requests_limited_total{by=\"" + by + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void whatGoesWellAndWhatDoesNotCostTheSameAndSayWhatIsLeft() {
        var root = Calls.newRoot();
        var replies = Stream.of(
                        member(SERVICE, root),
                        member(SERVICE, UUID.randomUUID()),
                        Calls.get(SERVICE, "/mlm/members/42"),
                        Calls.get(SERVICE, "/mlm/check"),
                        Calls.post(SERVICE, "/mlm/register", "{"),
                        Calls.get(SERVICE, "/metrics"))
                .toList();
        assertThat(replies).extracting(Response::statusCode).containsExactly(200, 404, 422, 403, 422, 200);
        var left = KEY_BURST;
        for (var reply : replies) {
            left--;
            assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"key\";q=20;w=2");
            assertThat(reply.header("RateLimit")).isEqualTo("\"key\";r=" + left + ";t=1");
            assertThat(reply.header("Retry-After")).isNull();
        }
    }

    @Test
    void oneMoreThanTheBucketHoldsIsRefusedAsDocumentedUntilTheTimeHasPassed() {
        var person = Calls.newRoot();
        var caller = Calls.person(person);
        var before = refusals("person");
        assertThat(member(caller, person).statusCode()).isEqualTo(200);
        assertThat(member(caller, person).statusCode()).isEqualTo(200);

        var refused = member(caller, person);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit")).isEqualTo("\"person\";r=0;t=1");
        assertThat(refused.<String>path("type")).isEqualTo("/problems/too-many-requests");
        assertThat(refused.<String>path("detail"))
                .isEqualTo("This person may send 1 requests a second, and has sent more; try again in 1 s.");
        assertThat(Documented.faults(
                        Document.read().operation("GET", "/mlm/members/{user_id}"),
                        429,
                        name -> Objects.requireNonNullElse(refused.header(name), ""),
                        refused.asString()))
                .isEmpty();
        assertThat(refusals("person")).isEqualTo(before + 1);

        time.pass(Duration.ofSeconds(1));
        assertThat(member(caller, person).statusCode()).isEqualTo(200);
        assertThat(member(caller, person).statusCode()).isEqualTo(429);
    }

    @Test
    void theMetricsAreLimitedToo() {
        var auditor = Calls.person(Calls.AUDITOR);
        assertThat(Calls.get(auditor, "/metrics").statusCode()).isEqualTo(200);
        assertThat(Calls.get(auditor, "/metrics").statusCode()).isEqualTo(200);
        var refused = Calls.get(auditor, "/metrics");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void aRequestThatIsRefusedDoesNothing() {
        var gateway = Calls.service(Role.GATEWAY);
        for (int i = 0; i < KEY_BURST; i++) {
            assertThat(Calls.get(gateway, "/mlm/bonus").statusCode()).isEqualTo(200);
        }
        var id = UUID.randomUUID();
        assertThat(Calls.post(gateway, "/mlm/register", "{\"user_id\": \"%s\"}".formatted(id))
                        .statusCode())
                .isEqualTo(429);
        assertThat(member(SERVICE, id).statusCode()).isEqualTo(404);
    }

    @Test
    void wrongSecretsCostAKeyNothing() {
        var wrong = Calls.key(Calls.keyOf(Role.SERVICE), "guessed");
        for (int i = 0; i < 2 * KEY_BURST; i++) {
            var reply = member(wrong, UUID.randomUUID());
            assertThat(reply.statusCode()).isEqualTo(401);
            assertThat(reply.header("RateLimit")).isNull();
        }
        assertThat(member(SERVICE, UUID.randomUUID()).header("RateLimit"))
                .isEqualTo("\"key\";r=" + (KEY_BURST - 1) + ";t=1");
    }

    @Test
    void whatIsForAnybodyIsNotLimited() {
        for (int i = 0; i < 2 * KEY_BURST; i++) {
            var reply = Calls.get(SERVICE, "/status");
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.header("RateLimit")).isNull();
        }
    }

    @Test
    void theGatewaysOwnAddressesAreLimitedToo() {
        var gateway = Calls.service(Role.GATEWAY);
        for (int i = 0; i < KEY_BURST; i++) {
            assertThat(Calls.get(gateway, "/bonus/").statusCode()).isEqualTo(200);
        }
        assertThat(Calls.get(gateway, "/bonus/").statusCode()).isEqualTo(429);
    }
}
