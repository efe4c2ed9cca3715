package io.upline.service.bonus.money;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import io.upline.service.bonus.money.NaiveAccounts.Bonus;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/// Thousands of requests about money, one after the other.
final class MoneyApi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String REASON = "\"reason\": \"a chargeback\"";

    private final HttpClient http = HttpClient.newHttpClient();

    /// A reply.
    record Reply(int status, JsonNode body) {
        JsonNode ok() {
            if (status != 200) {
                throw new AssertionError("%d %s".formatted(status, body));
            }
            return body;
        }
    }

    JsonNode register(String id, String sponsor) {
        return post("/mlm/register", "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(id, sponsor))
                .ok();
    }

    Reply move(String member, String parent) {
        return post(
                "/mlm/members/%s/move".formatted(member),
                "{\"parent_id\": \"%s\", \"reason\": \"moved by a test\"}".formatted(parent));
    }

    Reply trigger(String body) {
        return post("/mlm/bonus", body);
    }

    Reply foresee(String body) {
        return post("/mlm/bonus?dry_run=true", body);
    }

    /// Refunds all that is left, under no name.
    Reply reverse(String event) {
        return post("/mlm/events/%s/reverse".formatted(event), "{}");
    }

    /// Refunds a part, under a name of its own.
    Reply reverse(String event, BigDecimal part) {
        return post(
                "/mlm/events/%s/reverse".formatted(event),
                "{\"amount\": %s, \"refund_reference\": \"RF-%s\"}".formatted(part, UUID.randomUUID()));
    }

    Reply hold(Bonus bonus) {
        return post(
                "/mlm/bonus/%s/hold".formatted(bonus.id()),
                "{\"until\": \"2035-01-01T00:00:00Z\", %s}".formatted(REASON));
    }

    Reply release(Bonus bonus) {
        return post("/mlm/bonus/%s/release".formatted(bonus.id()), "{%s}".formatted(REASON));
    }

    Reply pay(Bonus bonus) {
        return send("PATCH", "/mlm/bonus/%s/mark-paid".formatted(bonus.id()), "");
    }

    Reply payAll() {
        return post("/mlm/bonus/mark-paid", "");
    }

    /// The body of an event.
    static String event(String trigger, String source, String reference, BigDecimal amount) {
        return "{\"source_user_id\": \"%s\", \"trigger_type\": \"%s\", \"reference\": \"%s\", \"amount\": %s}"
                .formatted(source, trigger, reference, amount);
    }

    private Reply post(String path, String body) {
        return send("POST", path, body);
    }

    private Reply send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        try {
            var reply = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(reply.statusCode(), JSON.readTree(reply.body()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
