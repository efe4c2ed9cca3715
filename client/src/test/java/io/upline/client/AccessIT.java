package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.upline.client.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessIT {
    @TempDir
    Path data;

    private void assertRefused(Map<String, String> settings, String sentence) {
        assertThatIOException()
                .isThrownBy(() -> ServiceProcess.start(data, settings).close())
                .withMessageContaining(sentence);
        assertThat(data.resolve("data")).doesNotExist();
    }

    @Test
    void theServiceDoesNotStartOpenToOthers() throws IOException {
        var keys = data.resolve("keys.txt");
        assertRefused(Map.of("HOST", "0.0.0.0"), "AUTH is on, and nobody could call");
        assertRefused(Map.of("HOST", "0.0.0.0", "AUTH", "off"), "AUTH is off, and HOST is \"0.0.0.0\"");
        assertRefused(Map.of("AUTH", "on", "API_KEYS", keys.toString()), "the file of API keys can't be read");
        Files.writeString(keys, "# none yet\nnonsense\n");
        assertRefused(Map.of("AUTH", "on", "API_KEYS", keys.toString()), "keys.txt:2: write <id> <role> sha256:<hash>");
    }

    @Test
    void aKeyThatTheCommandMadeOpensTheServiceToTheCommands() throws IOException, InterruptedException {
        var key = Run.of("key", "admin").out().lines().toList();
        var id = key.get(0).replace("X-Api-Key:", "").strip();
        var secret = key.get(1).replace("X-Api-Secret:", "").strip();
        var keys = Files.writeString(data.resolve("keys.txt"), key.getLast());
        try (var service = ServiceProcess.start(data, Map.of("AUTH", "on", "API_KEYS", keys.toString()))) {
            var without = Run.of("check", "--url", service.url());
            assertThat(without.exitCode()).isEqualTo(3);
            assertThat(without.err()).contains("Say who calls: with X-Api-Key and X-Api-Secret");

            var with = Run.of("check", "--url", service.url(), "--api-key", id, "--api-secret", secret);
            assertThat(with.exitCode()).as(with.err()).isZero();

            assertThat(service.get("/status", "application/json").statusCode()).isEqualTo(200);
            service.stop();
            assertThat(service.said())
                    .contains("Requests are authenticated: 1 API keys, and no tokens.")
                    .doesNotContain(secret);
        }
    }
}
