package io.upline.service.platform.http.edge;

import static io.upline.service.platform.http.EveryRoute.NOTHING;
import static io.upline.service.platform.http.EveryRoute.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.upline.service.platform.http.EveryRoute;
import io.upline.service.platform.http.Wire;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No web page of another site reads or changes anything here, whatever it makes a browser send.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RequestGuardTest {
    /// What a browser says of a page that isn't ours, or that has found a name of its own for our address.
    private static final List<Map<String, String>> FOREIGN = List.of(
            Map.of("Host", "evil.example"),
            Map.of("Host", "evil.example:11000"),
            Map.of("Host", "localhost.evil.example"),
            Map.of("Host", "127.0.0.1.evil.example"),
            Map.of("Host", "0.0.0.0"),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Origin", "null"),
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "http://localhost.evil.example"),
            Map.of("Origin", "http://localhost@evil.example"),
            Map.of("Origin", "file://"),
            Map.of("Origin", "http://localhost:3000"));

    @Inject
    @SuppressWarnings("NullAway.Init")
    DataSource database;

    private List<Long> before = List.of();

    record Request(String method, String target) {}

    static Stream<Request> requests() {
        var documents = Stream.of("/docs", "/docs/", "/docs/index.html", "/openapi", "/no/such/route", "/q/info")
                .map(target -> new Request("GET", target));
        return Stream.concat(
                EveryRoute.all().stream()
                        .map(operation -> new Request(operation.method(), EveryRoute.target(operation))),
                documents);
    }

    @BeforeEach
    void count() {
        before = EveryRoute.rows(database);
    }

    @AfterEach
    void nothingChanged() {
        assertThat(EveryRoute.rows(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatComesFromElsewhereIsRefused(Request request) throws IOException {
        var body = "{\"user_id\": \"%s\"}".formatted(UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        for (var foreign : FOREIGN) {
            var headers = new LinkedHashMap<>(foreign);
            headers.put("Content-Type", "application/json");
            try (var wire = Wire.open()) {
                var reply =
                        wire.send(request.method, request.target, headers, body).read();
                assertThat(reply.status()).as(foreign.toString()).isEqualTo(403);
                assertProblem(reply);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST", "localhost:11000", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:80"})
    void theServiceKnowsItsOwnNames(String host) throws IOException {
        try (var wire = Wire.open()) {
            assertThat(wire.send("GET", "/status", Map.of("Host", host), NOTHING)
                            .read()
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void aPageOfTheServiceMayAskIt(String site) throws IOException {
        var own = "localhost:" + RestAssured.port;
        var headers = Map.of("Host", own, "Origin", "http://" + own, "Sec-Fetch-Site", site);
        try (var wire = Wire.open()) {
            assertThat(wire.send("GET", "/openapi", headers, NOTHING).read().status())
                    .isEqualTo(200);
        }
    }

    /// Each is a whole request; the service may say 400 or 403 to it, and nothing else.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.0\n\n",
                "GET / HTTP/1.1\n\n",
                "GET / HTTP/1.1\nHost:\n\n",
                "GET / HTTP/1.1\nHost: localhost\nHost: evil.example\n\n",
                "GET / HTTP/1.1\nHost: evil.example\nHost: localhost\n\n",
                "GET / HTTP/1.1\nHost: localhost:port\n\n",
                "GET / HTTP/1.1\nHost: localhost, evil.example\n\n",
                "GET / HTTP/1.1\nHost: evil.example@localhost\n\n",
                "GET / HTTP/1.1\nHost: localhost@evil.example\n\n",
                "GET / HTTP/1.1\nHost: localhost/evil\n\n",
                "GET http://evil.example/ HTTP/1.1\nHost: localhost\n\n",
                "GET http://localhost@evil.example/ HTTP/1.1\nHost: localhost\n\n",
                "GET http://localhost/ HTTP/1.1\nHost: evil.example\n\n"
            })
    void anAmbiguousAddressIsRefused(String request) throws IOException {
        try (var wire = Wire.open()) {
            assertProblem(wire.send(request.replace("\n", "\r\n")).read(), 400, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://localhost/status HTTP/1.1\nHost: localhost\n\n",
                "GET /status HTTP/1.0\nHost: localhost\n\n"
            })
    void anUnusualButHonestAddressIsTaken(String request) throws IOException {
        try (var wire = Wire.open()) {
            assertThat(wire.send(request.replace("\n", "\r\n")).read().status()).isEqualTo(200);
        }
    }
}
