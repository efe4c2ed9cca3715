package io.upline.service.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/// The authentication service as the contract describes it. A user's e-mail address is `<kind>-<id>@example.com`,
/// and the kind says how the user fares: `active`, `unverified`, `inactive`, `barred`, `gone`, or `down`, `nonsense`
/// and
/// `stuck` for a service that fails.
public final class FakeAuthentication implements AutoCloseable {
    private static final int KIND_AND_ID = 2;
    /// More connections than the service under test opens at once.
    private static final int BACKLOG = 1_000;

    private final HttpServer server;
    private final JwtConsumer tokens = new JwtConsumerBuilder()
            .setRequireExpirationTime()
            .setVerificationKey(Tokens.key(Tokens.SECRET_KEY))
            .build();
    private final Set<String> loggedOut = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private record Reply(int status, String body) {}

    /// Starts on a free port.
    ///
    /// @param jwks the public keys that it shows
    public FakeAuthentication(String jwks) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/users/me", exchange -> send(exchange, me(token(exchange))));
        server.createContext("/auth/logout", exchange -> {
            loggedOut.add(Objects.requireNonNull(token(exchange)));
            send(exchange, new Reply(200, "{}"));
        });
        server.createContext("/asked", exchange -> send(exchange, new Reply(200, timesAsked(exchange))));
        server.createContext("/keys", exchange -> send(exchange, new Reply(200, jwks)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// Where it answers.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static @Nullable String token(HttpExchange exchange) {
        var sent = exchange.getRequestHeaders().getFirst("token");
        return sent == null ? null : sent.replaceFirst("^Bearer ", "");
    }

    private String timesAsked(HttpExchange exchange) {
        return Integer.toString(asked.getOrDefault(Objects.requireNonNull(token(exchange)), 0));
    }

    private Reply me(@Nullable String token) {
        if (token == null || loggedOut.contains(token)) {
            return new Reply(401, "{\"detail\": \"Not authenticated\"}");
        }
        asked.merge(token, 1, Integer::sum);
        try {
            var email = tokens.processToClaims(token).getSubject();
            var name = email.substring(0, email.indexOf('@')).split("-", KIND_AND_ID);
            return ofKind(name[0], email, UUID.fromString(name[1]));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return new Reply(401, "{\"detail\": \"Invalid token\"}");
        }
    }

    private Reply ofKind(String kind, String email, UUID id) {
        return switch (kind) {
            case "gone" -> new Reply(404, "{\"detail\": \"User not found\"}");
            case "barred" -> new Reply(403, "{\"detail\": \"Inactive user\"}");
            case "down" -> new Reply(500, "Internal Server Error");
            case "nonsense" -> new Reply(200, "[");
            case "stuck" -> {
                waitForTheEnd();
                yield new Reply(500, "");
            }
            default ->
                new Reply(
                        200,
                        "{\"id\": \"%s\", \"email\": \"%s\", \"is_active\": %b, \"is_verified\": %b}"
                                .formatted(id, email, !kind.equals("inactive"), !kind.equals("unverified")));
        };
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            var body = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
