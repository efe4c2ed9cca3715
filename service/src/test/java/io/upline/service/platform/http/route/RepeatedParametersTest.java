package io.upline.service.platform.http.route;

import static io.restassured.RestAssured.given;
import static io.upline.service.platform.http.EveryRoute.NOTHING;
import static io.upline.service.platform.http.EveryRoute.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.openapi.Operation;
import io.upline.service.platform.http.EveryRoute;
import io.upline.service.platform.http.Wire;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A query parameter that is given twice is refused: nobody knows which one was meant.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RepeatedParametersTest {
    static Stream<Operation> reads() {
        return EveryRoute.all().stream()
                .filter(operation -> operation.method().equals("GET") && !operation.isOfTheGateway())
                .filter(operation -> operation.path().startsWith("/mlm/"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void onARouteThatReadsItIsRefusedByName(Operation operation) throws IOException {
        for (var query : new String[] {"limit=1&limit=2", "limit=1&x=y&limit=1", "limit=&limit="}) {
            try (var wire = Wire.open()) {
                var reply = wire.send("GET", EveryRoute.target(operation) + "?" + query, Map.of(), NOTHING)
                        .read();
                assertProblem(reply, 400);
                assertThat(reply.body()).contains("Give the query parameter \\\"limit\\\" one value.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void aStreamRefusesItToo(String form) throws IOException {
        var target = "/mlm/members/" + Api.newRoot() + "/downline?cursor=&cursor=";
        try (var wire = Wire.open()) {
            assertProblem(
                    wire.send("GET", target, Map.of("Accept", form), NOTHING).read(), 400);
        }
    }

    @Test
    void aRouteThatReadsIgnoresWhatItDoesNotKnow() {
        var target = "/mlm/members/" + Api.newRoot() + "/upline?x=1&y=&limit=";
        Api.get(target).then().statusCode(200);
        given().head(target).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bonus?limit=1&limit=2", "/bonus?x=1&x=2"})
    void theGatewaysRoutesTakeTheFirst(String target) {
        Api.get(target).then().statusCode(200);
    }
}
