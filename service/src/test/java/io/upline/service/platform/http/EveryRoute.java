package io.upline.service.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upline.service.openapi.Document;
import io.upline.service.openapi.Operation;
import io.upline.service.platform.http.Wire.Reply;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// What tests ask of every route that the document has.
public final class EveryRoute {
    public static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    public static final Map<String, String> CSV = Map.of("Content-Type", "text/csv");
    public static final byte[] NOTHING = new byte[0];

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONG = 5_000;
    private static final String IMPORT = "/mlm/members/import";

    private EveryRoute() {}

    public static List<Operation> all() {
        return Document.read().operations();
    }

    public static Stream<Operation> readingJson() {
        return all().stream().filter(operation -> operation.hasBody() && !isImport(operation));
    }

    public static Stream<Operation> withAnId() {
        return all().stream().filter(operation -> operation.path().contains("id}"));
    }

    /// Those that look the id up before anything else.
    public static Stream<Operation> withAnIdAlone() {
        return withAnId().filter(operation -> !operation.hasBody());
    }

    public static boolean isImport(Operation operation) {
        return operation.path().equals(IMPORT);
    }

    /// Whether the document names a type of body, such as `text/plain`.
    public static boolean takes(Operation operation, String type) {
        var body = Document.read().resolved(operation.node().get("requestBody"));
        return body.get("content").has(type);
    }

    /// Whether another operation of the document has that method at the same address.
    public static boolean hasMethod(Operation operation, String method) {
        return all().stream()
                .anyMatch(other ->
                        other.path().equals(operation.path()) && other.method().equals(method));
    }

    /// A request which is right but for what the test makes wrong, and for an id that nobody has.
    public static String target(Operation operation) {
        return operation.pathWith(UUID.randomUUID().toString());
    }

    public static void assertProblem(Reply reply, int... statuses) {
        assertThat(reply.status())
                .as(reply.body())
                .isIn(Arrays.stream(statuses).boxed().toList());
        assertProblem(reply);
    }

    /// A problem that is the client's fault, with everything that RFC 9457 and our clients expect.
    public static void assertProblem(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(400, 499);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = parsed(reply.body());
        assertThat(problem.path("type").asText()).matches("/problems/[a-z-]+");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(reply.status());
        assertThat(problem.path("detail").asText()).isNotBlank().hasSizeLessThan(LONG);
        assertThat(problem.path("instance").asText()).isEqualTo("urn:request:" + reply.header("X-Request-Id"));
    }

    private static JsonNode parsed(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("A problem that is not JSON: " + body, e);
        }
    }

    /// How many rows everything that a request may change has.
    public static List<Long> rows(DataSource database) {
        try (var connection = database.getConnection();
                var counts = connection.prepareStatement("""
                        SELECT (SELECT count(*) FROM member), (SELECT count(*) FROM member_change),
                               (SELECT count(*) FROM bonus_event), (SELECT count(*) FROM bonus),
                               (SELECT count(*) FROM member_rank), (SELECT count(*) FROM idempotency_key),
                               (SELECT count(*) FROM adjustment), (SELECT count(*) FROM posting),
                               (SELECT count(*) FROM audit_entry)
                        """);
                var row = counts.executeQuery()) {
            row.next();
            var all = new ArrayList<Long>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                all.add(row.getLong(column));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
