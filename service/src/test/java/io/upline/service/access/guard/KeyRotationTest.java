package io.upline.service.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.testing.Logged;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Keys come and go while the service runs.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
class KeyRotationTest {
    private static final String NEW = "gateway-2";
    private static final String OLD = Calls.keyOf(Role.GATEWAY);

    /// In one step, so that nobody reads half of it.
    private static void write(String text) {
        try {
            var file = Path.of(ConfigProvider.getConfig().getValue("API_KEYS", String.class));
            var beside = Files.writeString(Files.createTempFile("keys", ".new"), text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int status(String key) {
        return status(key, "/mlm/bonus");
    }

    private static int status(String key, String path) {
        return Calls.get(Calls.key(key, Calls.secretOf(key)), path).statusCode();
    }

    @AfterEach
    void putBack() {
        write(AccessResource.keys());
        Wait.until(() -> status(OLD) == 200 && status(OLD, "/mlm/changes") == 403 && status(NEW) == 401);
    }

    @Test
    void aKeyIsReplacedWithoutAPause() {
        assertThat(status(NEW)).isEqualTo(401);
        write(AccessResource.keys() + AccessResource.line(NEW, Role.GATEWAY));
        Wait.until(() -> status(NEW) == 200);
        assertThat(status(OLD)).isEqualTo(200);
        write(AccessResource.line(NEW, Role.GATEWAY));
        Wait.until(() -> status(OLD) == 401);
        assertThat(status(NEW)).isEqualTo(200);
    }

    @Test
    void aRoleChangesWithItsLine() {
        write(AccessResource.line(OLD, Role.SERVICE));
        Wait.until(() -> status(OLD, "/mlm/changes") == 200);
    }

    @Test
    void aFileWithAMistakeAddsNobodyAndStillRevokes() {
        try (var logged = Logged.from()) {
            var before = told(logged);
            write(AccessResource.line(OLD, Role.GATEWAY) + "\n" + AccessResource.line(NEW, Role.GATEWAY)
                    + "\nnonsense\n");
            Wait.until(() -> told(logged) > before);
            assertThat(status(OLD)).isEqualTo(200);
            assertThat(status(NEW)).isEqualTo(401);
            write("nonsense\n");
            Wait.until(() -> status(OLD) == 401);
            assertThat(logged.lines()).anyMatch(line -> line.contains(":3: write <id> <role> sha256:<hash>"));
        }
    }

    private static long told(Logged logged) {
        return logged.lines()
                .filter(line -> line.contains("No API key is taken over from the file"))
                .count();
    }
}
