package io.upline.service.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// The gateway as it is deployed, with all its habits: its headers on every call, a body of `null` even with GET,
/// the word `None` for nobody, a slash at the end of some addresses; and how it reads each reply. Nothing here may
/// change: what it stands for can't.
public final class DeployedGateway {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NULL = "null";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    /// A reply, before it is read.
    public record Reply(int status, String body) {
        /// The body.
        public JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    /// What the gateway takes a status for that isn't 2xx.
    public enum Meaning {
        /// The request is wrong, or it has been done already.
        BAD_REQUEST(400),
        /// It has not said who it is, or nobody knows it.
        UNAUTHORIZED(401),
        /// It may not do that.
        FORBIDDEN(403),
        /// Whatever the request names isn't there.
        NOT_FOUND(404),
        /// What is there contradicts the request.
        CONFLICT(409),
        /// The request is too large.
        TOO_LARGE(413),
        /// The service failed.
        FAILED(500),
        /// An error that it has no word for.
        OTHER(0);

        private final int status;

        Meaning(int status) {
            this.status = status;
        }

        private static Meaning of(int status) {
            return Stream.of(values())
                    .filter(meaning -> meaning.status == status)
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /// A call that was answered with an error.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Meaning meaning;

        private Refused(Reply reply) {
            super(reply.json().path("detail").textValue());
            meaning = Meaning.of(reply.status());
        }

        /// What the gateway takes it for.
        public Meaning meaning() {
            return meaning;
        }
    }

    /// Registers a user under a sponsor.
    public ObjectNode register(UUID user, UUID sponsor) {
        return registered("/user/register", user, sponsor.toString());
    }

    /// Registers a user whom nobody brought in.
    public ObjectNode registerWithoutSponsor(UUID user) {
        return registered("/user/register", user, "None");
    }

    /// Creates a root; it sends the same there.
    public ObjectNode createRoot(UUID user) {
        return registered("/user/root_user", user, "None");
    }

    private ObjectNode registered(String target, UUID user, String sponsor) {
        return object("POST", target, "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(user, sponsor));
    }

    /// The members directly below, each with those below.
    public ArrayNode downline(UUID user) {
        return list("/user/downline/" + user);
    }

    /// How many there are below.
    public long count(UUID user) {
        return answer("GET", "/user/downline/" + user + "/count", NULL).longValue();
    }

    /// Tells of an event.
    ///
    /// @param more further fields, beginning with a comma
    public ObjectNode distribute(UUID source, String trigger, String more) {
        return object(
                "POST",
                "/bonus/",
                "{\"source_user_id\": \"%s\", \"trigger_type\": \"%s\"%s}".formatted(source, trigger, more));
    }

    /// A member's bonuses.
    public ArrayNode history(UUID user) {
        return list("/bonus/user/" + user);
    }

    /// All bonuses.
    ///
    /// @param status empty for every one
    public ArrayNode bonuses(String status) {
        return list("/bonus/?status=" + status);
    }

    /// Marks a bonus paid.
    public ObjectNode markPaid(String bonus) {
        return object("PATCH", "/bonus/" + bonus + "/mark-paid", NULL);
    }

    /// Marks all that are pending paid.
    public ObjectNode markAllPaid() {
        return object("GET", "/bonus/mark-paid/all", NULL);
    }

    /// A member's last seven days.
    public ObjectNode weeklyReport(UUID user) {
        return object("GET", "/reports/weekly/" + user, NULL);
    }

    /// Evaluates a member's rank.
    public ObjectNode evaluateRank(UUID user) {
        return object("POST", "/ranks/evaluate/" + user, NULL);
    }

    private ObjectNode object(String method, String target, String body) {
        return (ObjectNode) answer(method, target, body);
    }

    private ArrayNode list(String target) {
        return (ArrayNode) answer("GET", target, NULL);
    }

    private JsonNode answer(String method, String target, String body) {
        var reply = send(method, target, body);
        if (reply.status() / 100 != 2) {
            throw new Refused(reply);
        }
        return reply.json();
    }

    /// Sends what has no content: the body is `null`.
    public Reply send(String method, String target) {
        return send(method, target, NULL);
    }

    /// Sends anything, in its manner.
    public Reply send(String method, String target, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + target))
                .method(method, BodyPublishers.ofString(body))
                .timeout(PATIENCE);
        habits().forEach(request::setHeader);
        try {
            var reply = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(reply.statusCode(), reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Somebody ended the wait for " + target, e);
        }
    }

    private static Map<String, String> habits() {
        return Map.of(
                "X-Api-Key", "key", "X-Api-Secret", "secret", "Content-Type", "application/json", "Accept", "*/*");
    }
}
