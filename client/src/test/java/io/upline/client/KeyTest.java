package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.fake.FakeService;
import io.upline.client.fake.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    private static final String CLEAN = """
            {"ok": true, "members": 0, "as_of_seq": 1, "findings": [], "findings_left_out": 0,
             "took_ms": 1, "writes_waited_ms": 0}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "service", "admin", "auditor"})
    void aKeyIsPrintedWithItsSecretAndTheLineThatHoldsOnlyTheHash(String role) throws GeneralSecurityException {
        Run run = Run.of("key", role);

        assertThat(run.exitCode()).isZero();
        String secret = after(run, "X-Api-Secret: ");
        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        assertThat(run.out().lines().toList().getLast())
                .matches(role + "-[0-9a-f]{8} .*")
                .isEqualTo("%s %s sha256:%s"
                        .formatted(
                                after(run, "X-Api-Key:    "),
                                role,
                                HexFormat.of().formatHex(hash)));
    }

    @Test
    void everyKeyIsAnother() {
        assertThat(after(Run.of("key", "gateway"), "X-Api-Secret: "))
                .isNotEqualTo(after(Run.of("key", "gateway"), "X-Api-Secret: "));
    }

    @Test
    void anUnknownRoleIsWrongUsage() {
        Run run = Run.of("key", "member");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("gateway, service, admin, auditor");
        assertThat(Run.of("key").exitCode()).isEqualTo(2);
    }

    @Test
    void aCommandCallsByTheKeyThatItIsGiven() {
        try (FakeService service = new FakeService((_, _, _) -> Reply.ok(CLEAN))) {
            assertThat(Run.against(service, "check", "--api-key", "ops-1", "--api-secret", "s3cret")
                            .exitCode())
                    .isZero();
            assertThat(service.header("X-Api-Key")).isEqualTo("ops-1");
            assertThat(service.header("X-Api-Secret")).isEqualTo("s3cret");
        }
    }

    @Test
    void aKeyWithoutItsSecretIsRefusedBeforeAnythingIsAsked() {
        try (FakeService service = new FakeService((_, _, _) -> Reply.ok(CLEAN))) {
            Run run = Run.against(service, "check", "--api-key", "ops-1");

            assertThat(run.err()).contains("The key ops-1 has no secret: set UPLINE_API_SECRET.");
            assertThat(service.requests()).isZero();
        }
    }

    private static String after(Run run, String label) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()))
                .findFirst()
                .orElseThrow();
    }
}
