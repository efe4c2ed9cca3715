package io.upline.service.platform.http.edge;

import static io.upline.service.platform.http.EveryRoute.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.upline.service.openapi.Operation;
import io.upline.service.platform.http.EveryRoute;
import io.upline.service.platform.http.Wire;
import io.upline.service.platform.http.Wire.Reply;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A browser that comes by a reply shows it nowhere, keeps it nowhere and runs nothing of it, and no other site
/// reads it.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SecurityHeadersTest {
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);

    /// Of every route, what is right as far as an id that nobody has allows, and all kinds of what is not.
    static Stream<Operation> all() {
        return EveryRoute.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyReplyHasThem(Operation operation) throws IOException {
        var target = operation.pathWith(Api.newRoot());
        assertThat(replies(operation.method(), target)).allSatisfy(SecurityHeadersTest::assertClosed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/route", "/openapi", "/metrics"})
    void soHasWhatIsNoRoute(String target) throws IOException {
        assertThat(replies("GET", target)).allSatisfy(SecurityHeadersTest::assertClosed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/", "/docs/index.html", "/docs/swagger-ui-bundle.js", "/docs/nothing"})
    void theDocumentationRunsWhatItIsMadeOf(String target) throws IOException {
        var reply = ask("GET", target, Map.of());
        assertProtected(reply);
        assertThat(reply.header("Content-Security-Policy").split("; "))
                .contains("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'")
                .anyMatch(directive -> directive.startsWith("script-src 'self' 'sha256-")
                        && !directive.contains("unsafe")
                        && !directive.contains("*"));
    }

    @Test
    void theScriptsInTheDocumentationsPageAreThoseThatMayRun() throws NoSuchAlgorithmException {
        var page = Api.get("/docs/").then().statusCode(200).extract().asString();
        var hashes = new ArrayList<String>();
        for (var script = INLINE_SCRIPT.matcher(page); script.find(); ) {
            var text = script.group(1).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            var hash = MessageDigest.getInstance("SHA-256").digest(text);
            hashes.add("sha256-" + Base64.getEncoder().encodeToString(hash));
        }
        assertThat(hashes).isEqualTo(SecurityHeaders.SCRIPT_HASHES);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noOtherSiteIsToldThatItMayRead(Operation operation) throws IOException {
        var own = "http://localhost:" + RestAssured.port;
        for (var origin : List.of(own, "https://shop.example", "null")) {
            for (var method : List.of("OPTIONS", operation.method())) {
                var asked = Map.of(
                        "Host",
                        "localhost:" + RestAssured.port,
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        operation.method(),
                        "Access-Control-Request-Headers",
                        "content-type, x-api-key");
                assertThat(ask(method, EveryRoute.target(operation), asked).headers())
                        .allSatisfy((name, value) -> assertThat(name).doesNotStartWith("access-control-"));
            }
        }
    }

    private static List<Reply> replies(String method, String target) throws IOException {
        return List.of(
                ask(method, target, EveryRoute.JSON),
                ask(method, target, Map.of("Accept", "image/png")),
                ask(method, target, Map.of("Origin", "https://shop.example")),
                ask("DELETE", target, Map.of()),
                ask("OPTIONS", target, Map.of()));
    }

    private static Reply ask(String method, String target, Map<String, String> headers) throws IOException {
        try (var wire = Wire.open()) {
            return wire.send(method, target, headers, NOTHING).read();
        }
    }

    private static void assertClosed(Reply reply) {
        assertProtected(reply);
        assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }

    private static void assertProtected(Reply reply) {
        assertThat(reply.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cross-origin-resource-policy", "same-origin")
                .doesNotContainKeys("server", "x-powered-by");
    }
}
