package io.upline.service.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class MetricsTest {
    private static String metrics() {
        return Api.get("/metrics").then().statusCode(200).extract().asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upline_members ",
                "upline_log_seq ",
                "upline_log_lag_seconds ",
                "upline_database_up 1.0",
                "upline_batch_time_seconds_count{writer=\"network-writer\"}",
                "upline_batch_commands_count{writer=\"network-writer\"}",
                "upline_queue_commands{writer=\"network-writer\"} 0.0",
                "http_server_requests_seconds_count{",
                "jvm_memory_used_bytes{"
            })
    void everyFigureIsThere(String figure) {
        Api.newMember(Api.newRoot());
        assertThat(metrics()).contains("\n" + figure);
    }

    @Test
    void requestsAreCountedByRouteAndNotByAddress() {
        var member = Api.newRoot();
        Api.get("/mlm/members/" + member).then().statusCode(200);
        Api.get("/mlm/members/" + UUID.randomUUID()).then().statusCode(404);
        Api.get("/nothing/" + member).then().statusCode(404);
        given().header("Accept", "image/png")
                .get("/mlm/members/" + member)
                .then()
                .statusCode(406);
        given().contentType("text/plain")
                .body("x")
                .post("/mlm/members/" + member + "/suspend")
                .then()
                .statusCode(415);
        given().header("Origin", "http://evil.example")
                .get("/mlm/members/" + member)
                .then()
                .statusCode(403);
        assertThat(metrics()).contains("uri=\"/mlm/members/{user_id}\"").doesNotContain(member);
    }
}
