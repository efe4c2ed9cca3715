package io.upline.service.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

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

    /// A POST of a YAML body to a documented path without variables.
    ///
    /// @param query without the question mark; empty for none
    public static ValidatableResponse postYaml(String path, String query, String body) {
        var target = path + (query.isEmpty() ? "" : "?" + query);
        var reply = given().urlEncodingEnabled(false)
                .header("Content-Type", "application/yaml")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(target);
        return checked("POST", path, reply);
    }

    /// A DELETE of a documented path.
    public static ValidatableResponse delete(String path, String id) {
        return checked(
                "DELETE",
                path,
                given().delete(DOCUMENT.operation("DELETE", path).pathWith(id)));
    }

    private static ValidatableResponse checked(String method, String path, Response reply) {
        var operation = DOCUMENT.operation(method, path);
        assertThat(faults(
                        operation,
                        reply.statusCode(),
                        name -> Objects.requireNonNullElse(reply.header(name), ""),
                        reply.asString()))
                .isEmpty();
        return reply.then();
    }

    /// What contradicts the document in a reply to an operation, a sentence each: in the status, the headers or the
    /// body.
    ///
    /// @param headers gives the value of a header; empty when there is none
    public static List<String> faults(Operation operation, int status, UnaryOperator<String> headers, String body) {
        var mediaType = headers.apply("Content-Type").replaceFirst(";.*", "");
        var faults = new ArrayList<>(SCHEMAS.faults(operation, status, mediaType, body));
        var documented = operation.node().get("responses").path(Integer.toString(status));
        DOCUMENT.resolved(documented).path("headers").properties().forEach(header -> {
            var described = DOCUMENT.resolved(header.getValue());
            var value = headers.apply(header.getKey());
            if (value.isBlank() && described.path("required").asBoolean()) {
                faults.add("The header " + header.getKey() + " is missing.");
            }
        });
        return faults;
    }

    /// What contradicts the document in a problem that any operation may answer.
    public static List<String> faultsOfProblem(String body) {
        return SCHEMAS.faults(DOCUMENT.root().at("/components/schemas/Problem"), body);
    }
}
