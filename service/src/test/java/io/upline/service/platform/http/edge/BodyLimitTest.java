package io.upline.service.platform.http.edge;

import static io.upline.service.platform.http.EveryRoute.JSON;
import static io.upline.service.platform.http.EveryRoute.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.platform.http.EveryRoute;
import io.upline.service.platform.http.Wire;
import io.upline.service.testing.PostgresResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class BodyLimitTest {
    private static final int LIMIT = BodyLimit.BODY_BYTES;

    @Test
    void aBodyAtTheLimitIsRead() throws IOException {
        try (var wire = Wire.open()) {
            assertThat(wire.send("POST", "/mlm/root", JSON, root(LIMIT)).read().status())
                    .isEqualTo(200);
            assertThat(wire.sendChunked("POST", "/mlm/root", JSON, root(LIMIT))
                            .read()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedAndTheConnectionGoesOn() throws IOException {
        try (var wire = Wire.open()) {
            assertProblem(wire.send("POST", "/mlm/root", JSON, root(LIMIT + 1)).read(), 413);
            assertProblem(
                    wire.sendChunked("POST", "/mlm/root", JSON, root(LIMIT + 1)).read(), 413);
            assertThat(wire.send("GET", "/status", Map.of(), EveryRoute.NOTHING)
                            .read()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyThatNobodyReadsIsForgottenAndTheConnectionGoesOn() throws IOException {
        try (var wire = Wire.open()) {
            assertProblem(
                    wire.sendChunked("POST", "/no/such/route", JSON, root(4 * LIMIT))
                            .read(),
                    404);
            assertProblem(
                    wire.sendChunked("GET", "/mlm/members/42", JSON, root(4 * LIMIT))
                            .read(),
                    422);
            assertThat(wire.isEndedOrUsable()).isTrue();
        }
    }

    @Test
    void whoSendsOnAndOnLosesTheConnection() throws IOException {
        try (var wire = Wire.open()) {
            var endless = new byte[(int) UnreadBody.DISCARDED_BYTES + 8 * LIMIT];
            assertProblem(wire.sendChunked("POST", "/mlm/root", JSON, endless).read(), 413);
        }
    }

    @Test
    void anImportMayBeLongerThanThat() throws IOException {
        var file = new StringBuilder("user_id,sponsor_id,joined_at\n");
        while (file.length() <= 2 * LIMIT) {
            file.append(UUID.randomUUID()).append(",,2020-01-01T00:00:00Z\n");
        }
        try (var wire = Wire.open()) {
            var reply = wire.sendChunked(
                            "POST",
                            "/mlm/members/import?dry_run=true",
                            EveryRoute.CSV,
                            file.toString().getBytes(StandardCharsets.US_ASCII))
                    .read();
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
    }

    private static byte[] root(int bytes) {
        var body = "{\"user_id\": \"%s\"}".formatted(UUID.randomUUID());
        return (body + " ".repeat(bytes - body.length())).getBytes(StandardCharsets.US_ASCII);
    }
}
