package io.upline.service.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.access.Tokens;
import io.upline.service.access.guard.DocumentedTable.Cell;
import io.upline.service.openapi.Document;
import io.upline.service.openapi.Operation;
import io.upline.service.testing.PostgresResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route that the document has × every caller: as the table in `docs/ACCESS.md` says, and never a 5xx.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
class EveryRouteTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Map<String, Map<Role, Cell>> TABLE = DocumentedTable.rows();

    static Stream<Operation> guarded() {
        return Stream.concat(Document.read().operations().stream(), Stream.of(metrics()))
                .filter(operation -> TABLE.containsKey(operation.canonical()));
    }

    static Stream<Operation> open() {
        return Document.read().operations().stream().filter(operation -> !TABLE.containsKey(operation.canonical()));
    }

    private static Operation metrics() {
        return new Operation(
                "GET",
                Permissions.METRICS,
                Document.read().operation("GET", "/status").node());
    }

    private static Cell cell(Operation operation, Role role) {
        return Objects.requireNonNull(
                Objects.requireNonNull(TABLE.get(operation.canonical())).get(role));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void everyRoleGetsWhatTheTableSays(Operation operation) {
        for (var role : Role.values()) {
            for (var caller : Calls.all(role)) {
                var reply = send(operation, caller, UUID.randomUUID());
                switch (cell(operation, role)) {
                    case YES ->
                        assertThat(reply.statusCode())
                                .as(role.word())
                                .isNotIn(401, 403)
                                .isLessThan(500);
                    case NO -> assertProblem(reply, 403, "/problems/forbidden");
                    case SELF, DOWNLINE -> assertProblem(reply, 404, "/problems/unknown-member");
                    case OWN -> assertProblem(reply, 404, "/problems/unknown-bonus");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void aMemberGetsWhatIsTheirsAndNothingElse(Operation operation) {
        var member = Calls.newRoot();
        var cell = cell(operation, Role.MEMBER);
        var reply = send(operation, Calls.person(member), cell == Cell.OWN ? bonusOf(member) : member);
        switch (cell) {
            case SELF, DOWNLINE, OWN ->
                assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
            case NO, YES -> assertThat(reply.statusCode()).isEqualTo(403);
        }
    }

    private static UUID bonusOf(UUID member) {
        var body = "{\"source_user_id\": \"%s\", \"trigger_type\": \"referral\"}".formatted(Calls.newMember(member));
        var reply = Calls.post(Calls.service(Role.SERVICE), "/mlm/bonus", body);
        return UUID.fromString(reply.path("bonuses[0].id"));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void whoeverDoesNotSayWhoTheyAreIsRefused(Operation operation) {
        for (var wrong : WrongCredentials.all().entrySet()) {
            var reply = send(operation, wrong.getValue(), UUID.randomUUID());
            assertThat(reply.statusCode()).as(wrong.getKey()).isEqualTo(401);
            assertThat(reply.headers().firstValue("WWW-Authenticate"))
                    .as(wrong.getKey())
                    .contains("Bearer");
            assertProblem(reply, 401, "/problems/unauthenticated");
            assertThat(reply.body()).doesNotContain("eyJ", "the secret of");
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void whoSaysTwiceWhoTheyAreIsAskedToDecide(Operation operation) {
        var both = new HashMap<>(Calls.service(Role.ADMIN));
        both.putAll(Calls.token(Tokens.of(Calls.ADMIN)));
        var reply = send(operation, both, UUID.randomUUID());
        assertProblem(reply, 400, "/problems/malformed-request");
    }

    @ParameterizedTest
    @MethodSource("open")
    void whatIsForAnybodyAsksNobody(Operation operation) {
        for (var wrong : WrongCredentials.all().values()) {
            assertThat(send(operation, wrong, UUID.randomUUID()).statusCode()).isIn(200, 404);
        }
        assertThat(send(operation, Map.of(), UUID.randomUUID()).statusCode()).isIn(200, 404);
    }

    private static void assertProblem(HttpResponse<String> reply, int status, String type) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.body()).contains("\"type\":\"" + type + "\"");
    }

    /// With a body that changes nothing.
    private static HttpResponse<String> send(Operation operation, Map<String, String> caller, UUID id) {
        var body = operation.hasBody() ? BodyPublishers.ofString("{}") : BodyPublishers.noBody();
        var target = "http://localhost:" + RestAssured.port + operation.pathWith(id.toString());
        var request = HttpRequest.newBuilder(URI.create(target))
                .header("Content-Type", operation.path().endsWith("/import") ? "text/csv" : "application/json")
                .method(operation.method(), body);
        caller.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
