package io.upline.service.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes the service under test ask who calls: services with a key each, and people with tokens of HS256.
@SuppressWarnings("NullAway.Init")
public final class AccessResource implements QuarkusTestResourceLifecycleManager {
    private FakeAuthentication authentication;
    private Path keys;

    @Override
    public Map<String, String> start() {
        try {
            authentication = new FakeAuthentication("{}");
            keys = Files.createTempFile("keys", ".txt");
            Files.writeString(keys, keys());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "AUTH",
                "on",
                "API_KEYS",
                keys.toString(),
                "SECRET_KEY",
                Tokens.SECRET_KEY,
                "AUTH_BASE_URL",
                authentication.url() + "/",
                "ADMINS",
                Calls.ADMIN + "," + Calls.OTHER_ADMIN,
                "AUDITORS",
                Calls.AUDITOR.toString());
    }

    /// A key for each role of a service.
    public static String keys() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.MEMBER)
                .map(role -> line(Calls.keyOf(role), role))
                .collect(Collectors.joining("\n", "# keys of tests\n\n", "\n"));
    }

    /// The line of a key.
    public static String line(String id, Role role) {
        return "%s %s sha256:%s".formatted(id, role.word(), Hashes.sha256(Calls.secretOf(id)));
    }

    @Override
    public void stop() {
        authentication.close();
        try {
            Files.delete(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
