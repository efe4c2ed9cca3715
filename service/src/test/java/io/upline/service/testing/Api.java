package io.upline.service.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/// Requests as clients send them.
public final class Api {
    private Api() {}

    /// A POST of a JSON body.
    public static Response post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    /// A GET.
    public static Response get(String path) {
        return given().get(path);
    }

    /// Registers a new root and returns its id.
    public static String newRoot() {
        var id = UUID.randomUUID().toString();
        post("/mlm/root", "{\"user_id\": \"%s\"}".formatted(id)).then().statusCode(200);
        return id;
    }

    /// Registers a new member under a sponsor and returns its id.
    public static String newMember(String sponsor) {
        var id = UUID.randomUUID().toString();
        register(id, sponsor).statusCode(200);
        return id;
    }

    /// Registers `id` under a sponsor.
    public static ValidatableResponse register(String id, String sponsor) {
        return post("/mlm/register", "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(id, sponsor))
                .then();
    }
}
