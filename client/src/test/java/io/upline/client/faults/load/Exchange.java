package io.upline.client.faults.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.upline.client.process.Replica;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/// One request and what came of it.
public final class Exchange {
    /// The service gives up after 10 s; a client that waits longer than this asks a process that is gone.
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /// Money never becomes a binary fraction.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /// What came of a request.
    public sealed interface Reply {
        /// An answer of the service.
        ///
        /// @param seq the entry of the log that it names, or 0
        record Answer(int status, JsonNode body, long seq) implements Reply {
            /// Whether it is a problem of that type.
            public boolean is(String problem) {
                return body.path("type").asText().endsWith("/" + problem);
            }
        }

        /// The connection was refused, broke off, or nothing came in time.
        record Silence(String why) implements Reply {}
    }

    /// Sends a GET and waits for what comes of it.
    public Reply get(Replica replica, String path) {
        return send(replica, path, HttpRequest.newBuilder().GET());
    }

    /// Sends a POST with a JSON body and waits for what comes of it.
    public Reply post(Replica replica, String path, String body) {
        return post(replica, path, body, "");
    }

    /// The same with an idempotency key, unless that is empty.
    Reply post(Replica replica, String path, String body, String key) {
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(replica, path, request);
    }

    /// Sends a PATCH without a body and waits for what comes of it.
    Reply patch(Replica replica, String path) {
        return send(replica, path, HttpRequest.newBuilder().method("PATCH", BodyPublishers.noBody()));
    }

    private Reply send(Replica replica, String path, HttpRequest.Builder request) {
        var url = replica.url();
        if (url.isEmpty()) {
            return new Reply.Silence("no process");
        }
        try {
            var whole = request.uri(URI.create(url.get() + path)).timeout(PATIENCE);
            return answer(http.send(whole.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Reply.Silence(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Silence("interrupted");
        }
    }

    private static Reply answer(HttpResponse<String> response) throws JsonProcessingException {
        var seq = response.headers().firstValueAsLong("Upline-Seq").orElse(0);
        return new Reply.Answer(response.statusCode(), JSON.readTree(response.body()), seq);
    }
}
