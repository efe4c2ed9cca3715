package io.upline.service.audit;

import static io.upline.service.audit.Writing.newMember;
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
import io.upline.service.testing.PostgresResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route that changes something leaves an entry that says who did what and from where; and nothing else
/// leaves one.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
@TestProfile(AuditedRoutesTest.Plan.class)
class AuditedRoutesTest {
    private static final Map<String, String> KEY = Calls.service(Role.ADMIN);

    /// With a limit, above which adjustments wait.
    public static final class Plan implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("PLAN", "src/test/resources/plans/held.yaml");
        }
    }

    static List<Writing> writings() {
        return Writing.ALL;
    }

    @Test
    void everyWritingRouteIsTried() {
        assertThat(Writing.ALL.stream().map(Writing::route))
                .containsExactlyInAnyOrderElementsOf(Document.read().operations().stream()
                        .filter(operation -> !operation.method().equals("GET") && !operation.isOfTheGateway())
                        .map(Object::toString)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("writings")
    void aServiceIsNamedByItsKey(Writing writing) {
        writing.send(KEY).then().statusCode(200);
        assertWritten(writing, Calls.keyOf(Role.ADMIN), null);
    }

    @ParameterizedTest
    @MethodSource("writings")
    void aPersonIsNamedByTheirUserId(Writing writing) {
        writing.send(Calls.person(Calls.ADMIN)).then().statusCode(200);
        assertWritten(writing, null, Calls.ADMIN.toString());
    }

    private static void assertWritten(Writing writing, @Nullable String key, @Nullable String person) {
        var last = Audited.list("limit=1");
        assertThat(last.getString("items[0].act")).isEqualTo(writing.act());
        assertThat(last.getString("items[0].by.role")).isEqualTo("admin");
        assertThat(last.getString("items[0].by.key")).isEqualTo(key);
        assertThat(last.getString("items[0].by.user_id")).isEqualTo(person);
        assertThat(last.getString("items[0].by.address")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @MethodSource("writings")
    void whoMayNotLeavesNoEntry(Writing writing) {
        writing.send(Calls.service(Role.AUDITOR)).then().statusCode(403);
        assertThat(Audited.list("by=" + Calls.keyOf(Role.AUDITOR)).getList("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writings")
    void whatIsAnsweredAgainIsWrittenOnce(Writing writing) {
        var repeatable = new HashMap<>(KEY);
        repeatable.put("Idempotency-Key", UUID.randomUUID().toString());
        var member = newMember();
        writing.work().by(repeatable, member).then().statusCode(200);
        var before = Audited.last();
        // Another registration, another body: the key refuses it. Everything else is answered again.
        writing.work().by(repeatable, member);
        assertThat(since(before)).isEmpty();
    }

    private static List<String> since(int before) {
        return Audited.actsSince(before, Calls.keyOf(Role.ADMIN));
    }

    static Stream<Function<Map<String, String>, Response>> withoutEffect() {
        return Stream.of(
                caller -> Writing.register(caller, newMember(), "?dry_run=true"),
                caller -> Writing.root(caller, UUID.randomUUID(), "?dry_run=true"),
                caller -> Writing.importOne(caller, "?dry_run=true"),
                caller -> Writing.trigger(caller, newMember(), "?dry_run=true"),
                caller -> Writing.register(caller, UUID.randomUUID(), ""),
                caller -> Writing.root(caller, newMember(), ""),
                caller -> Writing.suspend(caller, UUID.randomUUID()),
                caller -> Writing.trigger(caller, UUID.randomUUID()),
                caller -> Writing.pay(caller, UUID.randomUUID().toString()),
                caller -> Writing.evaluate(caller, UUID.randomUUID()),
                caller -> Writing.plan(caller, "&dry_run=true"),
                caller -> Writing.withdraw(caller, 999_999_999));
    }

    @ParameterizedTest
    @MethodSource("withoutEffect")
    void whatChangesNothingLeavesNoEntry(Function<Map<String, String>, Response> request) {
        var before = Audited.last();
        assertThat(request.apply(KEY).statusCode()).isIn(200, 400, 404);
        assertThat(since(before)).isEmpty();
    }

    @Test
    void whatWasDoneBeforeIsNotWrittenAgain() {
        var member = newMember();
        var bonus = Writing.newBonus(member);
        Writing.pay(KEY, bonus).then().statusCode(200);
        Writing.payAll(KEY).then().statusCode(200);
        Writing.suspend(KEY, member).then().statusCode(200);
        int plan = Writing.plan(KEY, "").then().statusCode(200).extract().path("version");
        Writing.withdraw(KEY, plan).then().statusCode(200);
        var before = Audited.last();
        Writing.pay(KEY, bonus).then().statusCode(200);
        Writing.payAll(KEY).then().statusCode(200);
        Writing.trigger(KEY, member).then().statusCode(200);
        Writing.suspend(KEY, member).then().statusCode(409);
        Writing.withdraw(KEY, plan).then().statusCode(200);
        assertThat(since(before)).isEmpty();
    }
}
