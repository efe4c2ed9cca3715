package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void helpIsShownForEveryCommand() {
        assertThat(Run.of("--help").out()).contains("import", "demo", "check", "job", "key");
        assertThat(Run.of("import", "--help").out()).contains("FILE", "--dry-run", "--url", "http://127.0.0.1:11000");
        assertThat(Run.of("demo", "--help").out()).contains("--seed", "--url");
        assertThat(Run.of("check", "--help").out()).contains("Exit codes", "--url", "UPLINE_API_SECRET");
        assertThat(Run.of("job", "--help").out()).contains("ID", "Exit codes", "Ctrl-C leaves the job running");
        assertThat(Run.of("key", "--help").out()).contains("gateway, service, admin, auditor", "API_KEYS");
    }

    @Test
    void noCommandAnUnknownCommandAndABadAddressAreWrongUsage() {
        assertThat(Run.of().exitCode()).isEqualTo(2);
        assertThat(Run.of("exprot").exitCode()).isEqualTo(2);
        Run badAddress = Run.of("demo", "--url", "localhost:11000");
        assertThat(badAddress.exitCode()).isEqualTo(2);
        assertThat(badAddress.err()).contains("'localhost:11000' is not an address like http://127.0.0.1:11000");
    }
}
