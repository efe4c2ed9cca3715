package io.upline.service.bonus;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.upline.service.testing.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Requests about bonuses, as clients send them.
public final class Bonuses {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private Bonuses() {}

    /// Distributes what must succeed.
    public static ValidatableResponse distribute(String source, String trigger) {
        return post(body(source, trigger, "")).statusCode(200);
    }

    /// Sends a body to be distributed.
    public static ValidatableResponse post(String body) {
        return Api.post("/mlm/bonus", body).then();
    }

    static ValidatableResponse post(String body, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/mlm/bonus")
                .then();
    }

    /// A body.
    ///
    /// @param more further fields, beginning with a comma
    public static String body(String source, String trigger, String more) {
        return "{\"source_user_id\": \"%s\", \"trigger_type\": \"%s\"%s}".formatted(source, trigger, more);
    }

    /// The content of a reply, decimals exact.
    public static JsonPath json(Response reply) {
        return reply.then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
    }

    /// Where the next page is.
    public static Optional<String> next(Response reply) {
        return Optional.ofNullable(reply.getHeader("Link"))
                .map(NEXT::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    /// The ids of a whole list, page by page; `between` runs after each page.
    public static List<String> idsToTheEnd(String path, Runnable between) {
        var ids = new ArrayList<String>();
        var at = Optional.of(path);
        while (at.isPresent()) {
            // The address in a Link is encoded already.
            var reply = given().urlEncodingEnabled(false).get(at.get());
            ids.addAll(json(reply).getList("id", String.class));
            between.run();
            at = next(reply);
        }
        return ids;
    }
}
