package io.upline.service.platform.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.gateway.DeployedGateway;
import io.upline.service.openapi.Operation;
import io.upline.service.platform.http.EveryRoute;
import io.upline.service.platform.http.Wire;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The routes of the gateway that is already deployed answer like the canonical ones, whatever its habits add.
/// What it does with them is in `GatewayFlowsTest`.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class GatewayTest {
    private final DeployedGateway deployed = new DeployedGateway();

    static Stream<Operation> reads() {
        return EveryRoute.all().stream()
                .filter(operation ->
                        operation.isOfTheGateway() && operation.method().equals("GET"))
                .filter(operation -> !operation.node().has("deprecated"));
    }

    static Stream<Operation> allWithoutBody() {
        return EveryRoute.all().stream()
                .filter(operation -> !operation.hasBody() && operation.path().length() > 1);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void itReadsWhatTheCanonicalRouteSays(Operation operation) {
        var member = memberWithBonus();
        var canonical = operation
                .node()
                .get("summary")
                .textValue()
                .substring("As ".length())
                .split(" ", 2);
        var gateway = timeless(deployed.send("GET", operation.pathWith(member)));
        assertThat(gateway)
                .isEqualTo(timeless(deployed.send(canonical[0], canonical[1].replaceFirst("\\{[^}]+}", member))));
    }

    @ParameterizedTest
    @MethodSource("allWithoutBody")
    void aTrailingSlashAndABodyOfNullMakeNoDifference(Operation operation) throws IOException {
        var target = operation.pathWith(UUID.randomUUID().toString());
        var plain = deployed.send(operation.method(), target);
        assertThat(deployed.send(operation.method(), target + "/").status()).isEqualTo(plain.status());
        try (var wire = Wire.open()) {
            var bare = wire.send(operation.method(), target, Map.of(), EveryRoute.NOTHING)
                    .read();
            assertThat(bare.status()).isEqualTo(plain.status());
            assertThat(wire.isEndedOrUsable()).isTrue();
        }
    }

    @Test
    void fieldsThatNobodyKnowsAreIgnoredHereAndAMistakeOnTheCanonicalRoute() {
        var body = "{\"user_id\": \"%s\", \"parent\": \"x\", \"colour\": \"red\"}".formatted(UUID.randomUUID());
        Api.post("/mlm/register", body)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/parent", "/colour")))
                .body("errors[0].detail", equalTo("parent is not a field here; did you mean \"parent_id\"?"))
                .body("errors[1].detail", equalTo("colour is not a field here; write one of: user_id, parent_id"));
        Api.post("/user/register", body).then().statusCode(200);
    }

    @Test
    void ofManyMistakesTheFirstAreTold() {
        var body = new StringBuilder("{\"user_id\": \"%s\"".formatted(UUID.randomUUID()));
        for (int i = 0; i <= JsonBody.MISTAKES; i++) {
            body.append(", \"unknown%d\": 1".formatted(i));
        }
        Api.post("/mlm/register", body + "}").then().statusCode(422).body("errors.size()", equalTo(JsonBody.MISTAKES));
    }

    /// What each status means to the gateway depends on these.
    @ParameterizedTest
    @CsvSource({
        "GET, /user/downline/00000000-0000-0000-0000-000000000000, 404",
        "GET, /bonus/user/00000000-0000-0000-0000-000000000000, 404",
        "GET, /reports/weekly/00000000-0000-0000-0000-000000000000, 404",
        "POST, /ranks/evaluate/00000000-0000-0000-0000-000000000000, 404",
        "PATCH, /bonus/00000000-0000-0000-0000-000000000000/mark-paid, 404",
        "GET, /user/register, 405",
        "POST, /bonus/mark-paid/all, 405",
        "HEAD, /bonus/mark-paid/all, 405",
        "HEAD, /bonus, 200",
        "HEAD, /status, 200"
    })
    void aRouteAnswersWithTheStatusThatTheGatewayKnows(String method, String target, int status) {
        assertThat(deployed.send(method, target).status()).isEqualTo(status);
    }

    private static JsonNode timeless(DeployedGateway.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        var body = reply.json();
        if (body instanceof ObjectNode report) {
            report.remove(List.of("from", "to"));
        }
        return body;
    }

    private static String memberWithBonus() {
        var root = Api.newRoot();
        var member = Api.newMember(root);
        Api.post("/bonus/", "{\"source_user_id\": \"%s\", \"trigger_type\": \"referral\"}".formatted(member))
                .then()
                .statusCode(200);
        return root;
    }
}
