package io.upline.service.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/// Requests whose replies must be as the document says: the status, the headers and the body.
public final class Documented {
    private static final Document DOCUMENT = Document.read();
    private static final Schemas SCHEMAS = new Schemas(DOCUMENT);

    private Documented() {}

    /// A GET of a documented path, such as `/mlm/members/{user_id}`.
    ///
    /// @param query without the question mark; empty for none
    public static ValidatableResponse get(String path, String id, String query) {
        var target = DOCUMENT.operation("GET", path).pathWith(id) + (query.isEmpty() ? "" : "?" + query);
        return checked("GET", path, given().urlEncodingEnabled(false).get(target));
    }

    /// The same without a query.
    public static ValidatableResponse get(String path, String id) {
        return get(path, id, "");
    }

    /// A POST of a JSON body to a documented path.
    public static ValidatableResponse post(String path, String id, String body) {
        var target = DOCUMENT.operation("POST", path).pathWith(id);
        return checked(
                "POST", path, given().contentType(ContentType.JSON).body(body).post(target));
    }

    private static ValidatableResponse checked(String method, String path, Response reply) {
        var operation = DOCUMENT.operation(method, path);
        var mediaType = reply.contentType().replaceFirst(";.*", "");
        assertThat(SCHEMAS.faults(operation, reply.statusCode(), mediaType, reply.asString()))
                .isEmpty();
        var documented = operation.node().get("responses").get(Integer.toString(reply.statusCode()));
        DOCUMENT.resolved(documented).get("headers").properties().stream()
                .filter(header ->
                        DOCUMENT.resolved(header.getValue()).path("required").asBoolean())
                .forEach(header -> assertThat(reply.header(header.getKey()))
                        .as(header.getKey())
                        .isNotBlank());
        return reply.then();
    }
}
