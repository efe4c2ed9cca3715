package io.upline.service.access;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Requests of callers who say who they are.
public final class Calls {
    /// A user named in `ADMINS`.
    public static final UUID ADMIN = UUID.fromString("ad000000-0000-4000-8000-000000000001");
    /// Another user named in `ADMINS`.
    public static final UUID OTHER_ADMIN = UUID.fromString("ad000000-0000-4000-8000-000000000002");
    /// A user named in `AUDITORS`.
    public static final UUID AUDITOR = UUID.fromString("a0d00000-0000-4000-8000-000000000001");

    private Calls() {}

    /// The id of the key of a role.
    public static String keyOf(Role role) {
        return role.word() + "-1";
    }

    /// The secret of a key.
    public static String secretOf(String key) {
        return "the secret of " + key;
    }

    /// The headers of a service.
    public static Map<String, String> service(Role role) {
        return key(keyOf(role), secretOf(keyOf(role)));
    }

    /// The headers of a service with that key.
    public static Map<String, String> key(String id, String secret) {
        return Map.of("X-Api-Key", id, "X-Api-Secret", secret);
    }

    /// The headers of a person with that token.
    public static Map<String, String> token(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    /// The headers of an active user.
    public static Map<String, String> person(UUID user) {
        return token(Tokens.of(user));
    }

    /// Everybody whose role is that one: a service, a person, or both.
    public static List<Map<String, String>> all(Role role) {
        return switch (role) {
            case GATEWAY, SERVICE -> List.of(service(role));
            case ADMIN -> List.of(service(role), person(ADMIN));
            case AUDITOR -> List.of(service(role), person(AUDITOR));
            case MEMBER -> List.of(person(UUID.randomUUID()));
        };
    }

    /// A request without a body.
    public static Response get(Map<String, String> caller, String path) {
        return given().headers(caller).get(path);
    }

    /// A request with a body of JSON.
    public static Response post(Map<String, String> caller, String path, String body) {
        return given().headers(caller).contentType(ContentType.JSON).body(body).post(path);
    }

    /// Registers a new root.
    public static UUID newRoot() {
        return register("{\"user_id\": \"%s\"}");
    }

    /// Registers a new member under a sponsor.
    public static UUID newMember(UUID sponsor) {
        return register("{\"user_id\": \"%s\", \"parent_id\": \"" + sponsor + "\"}");
    }

    private static UUID register(String body) {
        var id = UUID.randomUUID();
        post(service(Role.GATEWAY), "/mlm/register", body.formatted(id)).then().statusCode(200);
        return id;
    }
}
