package io.upline.service.bonus;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.upline.service.testing.Api;

/// Requests about bonuses, as clients send them.
final class Bonuses {
    private Bonuses() {}

    /// Distributes what must succeed.
    static ValidatableResponse distribute(String source, String trigger) {
        return post(body(source, trigger, "")).statusCode(200);
    }

    static ValidatableResponse post(String body) {
        return Api.post("/mlm/bonus", body).then();
    }

    static ValidatableResponse post(String body, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/mlm/bonus")
                .then();
    }

    /// @param more further fields, beginning with a comma
    static String body(String source, String trigger, String more) {
        return "{\"source_user_id\": \"%s\", \"trigger_type\": \"%s\"%s}".formatted(source, trigger, more);
    }
}
