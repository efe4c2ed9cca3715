package io.upline.client.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A running service. Every method blocks until the reply was read and throws a [Failure] for anything but success.
///
/// May be used by several threads at once.
public final class Service implements AutoCloseable {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    static final Duration REPLY_TIMEOUT = Duration.ofMinutes(2);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final ServiceAddress address;
    private final Patience patience;
    private final Optional<Credentials> credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /// Connects to nothing yet.
    Service(ServiceAddress address, Optional<Credentials> credentials, Patience patience) {
        this.address = address;
        this.credentials = credentials;
        this.patience = patience;
    }

    /// The reply to a GET of `path`, read as a `type`.
    public <T> T get(String path, Class<T> type) {
        return get(path, type, REPLY_TIMEOUT);
    }

    /// The same, for what takes long: the reply must begin within `timeout`.
    public <T> T get(String path, Class<T> type, Duration timeout) {
        HttpRequest request = request(path, timeout).GET().build();
        return exchange(() -> request, body -> Json.MAPPER.readValue(body, type));
    }

    /// The reply to a POST of `content` as JSON, read as a `type`.
    public <T> T post(String path, Object content, Class<T> type) {
        BodyPublisher json =
                BodyPublishers.ofString(Json.MAPPER.valueToTree(content).toString());
        HttpRequest request = request(path, REPLY_TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(json)
                .build();
        return exchange(() -> request, body -> Json.MAPPER.readValue(body, type));
    }

    /// Posts CSV; `csv` is asked for the whole body once per attempt. The reply must begin within `timeout`.
    public <T> T upload(String path, Supplier<BodyPublisher> csv, Duration timeout, ReplyReader<T> reader) {
        return exchange(
                () -> request(path, timeout)
                        .header("Content-Type", "text/csv")
                        .POST(csv.get())
                        .build(),
                reader);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(timeout)
                .header("Accept", "application/json, application/problem+json");
        credentials.ifPresent(known -> known.addTo(request));
        return request;
    }

    private <T> T exchange(Supplier<HttpRequest> request, ReplyReader<T> reader) {
        try {
            return attempts(request, reader);
        } catch (IOException e) {
            throw explain(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.");
        }
    }

    private <T> T attempts(Supplier<HttpRequest> request, ReplyReader<T> reader)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<InputStream> reply = http.send(request.get(), BodyHandlers.ofInputStream());
            try (InputStream body = reply.body()) {
                if (reply.statusCode() / 100 == 2) {
                    return reader.read(body);
                }
                if (!busy(reply) || attempt >= patience.attempts()) {
                    throw refusal(reply, body);
                }
            }
            patience.await(reply.headers());
        }
    }

    private static boolean busy(HttpResponse<?> reply) {
        return reply.statusCode() == UNAVAILABLE || reply.statusCode() == TOO_MANY_REQUESTS;
    }

    private Failure refusal(HttpResponse<?> reply, InputStream body) throws IOException {
        String detail = Json.detail(body, "it answered with status " + reply.statusCode());
        String refused = busy(reply)
                ? "The service at %s is still busy after %d attempts: %s"
                        .formatted(address, patience.attempts(), detail)
                : "The service at %s refused: %s".formatted(address, detail);
        return new Failure(refused.endsWith(".") ? refused : refused + ".");
    }

    private Failure explain(IOException e) {
        return switch (e) {
            case ConnectException _, HttpConnectTimeoutException _ ->
                new Failure("No service answers at %s. Start it with ./upline serve, or name another with --url."
                        .formatted(address));
            case HttpTimeoutException _ ->
                new Failure("The service at %s did not answer in time. Look into its log, and try again."
                        .formatted(address));
            case JsonProcessingException _ ->
                new Failure("What answers at %s is not an Upline service. Name the right address with --url."
                        .formatted(address));
            default -> new Failure("The connection to %s broke.".formatted(address));
        };
    }
}
