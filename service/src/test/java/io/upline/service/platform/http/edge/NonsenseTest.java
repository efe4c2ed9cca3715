package io.upline.service.platform.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.platform.http.Wire;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What isn't HTTP, or is too much of it: the sender is turned away, and everybody else is served.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class NonsenseTest {
    private static final String HOST = "Host: localhost\r\n";

    static Stream<String> nonsense() {
        return Stream.of(
                "\r\n\r\n\r\n\r\n",
                "HELLO\r\n\r\n",
                "GET\r\n\r\n",
                "GET /status\r\n\r\n",
                "\0\1\2\3\r\n\r\n",
                "GET /status HTTP/1.1\r\nno colon\r\n\r\n",
                "GET /status HTTP/1.1\r\n" + HOST + "X\0: a\r\n\r\n",
                "GET /status HTTP/1.1\r\n" + HOST + "X-Long: " + "a".repeat(100_000) + "\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
                "POST /mlm/root HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n",
                "POST /mlm/root HTTP/1.1\r\n" + HOST + "Content-Length: 1x\r\n\r\n",
                "POST /mlm/root HTTP/1.1\r\n" + HOST + "Content-Length: 99999999999999999999\r\n\r\n",
                "POST /mlm/root HTTP/1.1\r\n" + HOST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /mlm/root HTTP/1.1\r\n" + HOST
                        + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /mlm/root HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n",
                new Random(1)
                        .ints(5_000, 0, 256)
                        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                        .toString());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("nonsense")
    void itsSenderIsTurnedAway(String nonsense) throws IOException {
        try (var wire = Wire.open()) {
            wire.send(nonsense);
            assertThat(statusOrEnd(wire)).isIn(0, 400, 403, 413, 414, 431, 505);
        }
    }

    @Test
    void whoHangsUpInTheMiddleIsForgotten() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (var wire = Wire.open()) {
                wire.send("POST /mlm/root HTTP/1.1\r\n" + HOST
                        + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{" + " ".repeat(i * 2_000));
            }
        }
    }

    @AfterEach
    void everybodyElseIsServed() {
        Api.get("/status").then().statusCode(200);
    }

    /// The status, or 0 when the service just hung up.
    private static int statusOrEnd(Wire wire) {
        try {
            return wire.send("\r\n\r\n").finish().read().status();
        } catch (IOException e) {
            return 0;
        }
    }
}
