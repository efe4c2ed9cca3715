package io.upline.service.platform.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.upline.service.platform.http.Wire;
import io.upline.service.testing.PostgresResource;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused before any route, at the limit and beyond. What configuration sets is what the documents say.
@QuarkusTest
@TestProfile(EdgeLimitsTest.FourConnections.class)
@WithTestResource(PostgresResource.class)
class EdgeLimitsTest {
    private static final int CONNECTIONS = 4;
    private static final int LINE_BYTES = 8_192;
    private static final int HEADER_BYTES = 20 * 1_024;

    /// So few connections at once.
    public static final class FourConnections implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.limits.max-connections", Integer.toString(CONNECTIONS));
        }
    }

    private static int status(String request) throws IOException {
        try (var wire = Wire.open()) {
            return wire.send(request).read().status();
        }
    }

    private static String padded(String before, String after, int bytes) {
        return before + "a".repeat(bytes - before.length() - after.length()) + after;
    }

    @Test
    void anAddressMayBeSoLongAndNotLonger() throws IOException {
        var rest = "\r\nHost: localhost\r\n\r\n";
        assertThat(status(padded("GET /status?a=", " HTTP/1.1", LINE_BYTES) + rest))
                .isEqualTo(200);
        assertThat(status(padded("GET /status?a=", " HTTP/1.1", LINE_BYTES + 1) + rest))
                .isEqualTo(414);
    }

    @Test
    void theHeadersMayBeSoLongAndNotLonger() throws IOException {
        var line = "GET /status HTTP/1.1\r\n";
        var host = "Host: localhost";
        var others = HEADER_BYTES - host.length();
        assertThat(status(line + host + "\r\n" + padded("X-Long: ", "", others) + "\r\n\r\n"))
                .isEqualTo(200);
        assertThat(status(line + host + "\r\n" + padded("X-Long: ", "", others + 1) + "\r\n\r\n"))
                .isEqualTo(431);
    }

    @Test
    void soManyConnectionsAreServedAndOneMoreIsClosed() throws IOException {
        var request = "GET /status HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var wires = new Wire[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) {
            wires[i] = served(request);
        }
        try (var oneMore = Wire.open()) {
            assertThat(oneMore.send(request).isEnded()).isTrue();
        }
        wires[0].close();
        try (var next = served(request)) {
            assertThat(next.send(request).read().status()).isEqualTo(200);
        }
        for (var wire : wires) {
            wire.close();
        }
    }

    /// A connection that is served: those of other tests may still be ending.
    private static Wire served(String request) throws IOException {
        var wire = Wire.open();
        while (wire.send(request).isEnded()) {
            wire.close();
            wire = Wire.open();
        }
        return wire;
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.limits.max-initial-line-length, 8192",
        "quarkus.http.limits.max-header-size, 20K",
        "quarkus.http.read-timeout, 30s",
        "quarkus.http.idle-timeout, 11m",
        "quarkus.datasource.jdbc.acquisition-timeout, 5s"
    })
    void whatIsConfiguredIsWhatIsDocumented(String property, String value) {
        assertThat(ConfigProvider.getConfig().getValue(property, String.class)).isEqualTo(value);
    }
}
