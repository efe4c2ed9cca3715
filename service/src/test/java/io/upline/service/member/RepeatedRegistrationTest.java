package io.upline.service.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An Idempotency-Key makes a registration safe to repeat.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RepeatedRegistrationTest {
    private static Response post(String path, String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    private static String body(String userId, String sponsorId) {
        return "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(userId, sponsorId);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    @Test
    void theSameRequestGetsTheSameAnswerAgain() {
        var root = Api.newRoot();
        var key = newId();
        var body = body(newId(), root);
        var first = post("/mlm/register", key, body)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .asString();
        post("/mlm/register", key, body)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        Api.get("/mlm/downline/" + root + "/count").then().body(equalTo("1"));
    }

    @Test
    void theGatewaysRouteIsTheSameRequest() {
        var root = Api.newRoot();
        var key = newId();
        var body = body(newId(), root);
        var first = post("/user/register/", key, body).asString();
        post("/mlm/register", key, body)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
    }

    @Test
    void anotherPayloadOrRouteUnderTheKeyIsRefused() {
        var root = Api.newRoot();
        var key = newId();
        post("/mlm/register", key, body(newId(), root)).then().statusCode(200);
        post("/mlm/register", key, body(newId(), root))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        post("/mlm/root", key, "{\"user_id\": \"%s\"}".formatted(newId()))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        Api.get("/mlm/downline/" + root + "/count").then().body(equalTo("1"));
    }

    @Test
    void aRefusalIsNotKept() {
        var root = newId();
        var key = newId();
        var body = body(newId(), root);
        post("/mlm/register", key, body).then().statusCode(404);
        post("/mlm/root", newId(), "{\"user_id\": \"%s\"}".formatted(root))
                .then()
                .statusCode(200);
        post("/mlm/register", key, body).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "ünïcode", "tab\there"})
    void aKeyThatIsNoPlainWordIsRefused(String key) {
        var root = Api.newRoot();
        post("/mlm/register", key, body(newId(), root)).then().statusCode(400);
        Api.get("/mlm/downline/" + root + "/count").then().body(equalTo("0"));
    }

    @ParameterizedTest
    @CsvSource({"first, second", "same, same", "first, ''"})
    void twoKeysAreRefused(String first, String second) {
        var root = Api.newRoot();
        for (var path : List.of("/mlm/register", "/user/register")) {
            given().contentType(ContentType.JSON)
                    .header("Idempotency-Key", first, second)
                    .body(body(newId(), root))
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("detail", equalTo("Idempotency-Key is given 2 times; name the request once."));
        }
        Api.get("/mlm/downline/" + root + "/count").then().body(equalTo("0"));
    }

    @Test
    void aKeyHas200CharactersAtMost() {
        var root = Api.newRoot();
        var key = newId() + "k".repeat(164);
        assertThat(key).hasSize(200);
        post("/mlm/register", key, body(newId(), root)).then().statusCode(200);
        post("/mlm/register", key + "k", body(newId(), root)).then().statusCode(400);
    }
}
