package io.upline.service.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.access.AccessResource;
import io.upline.service.access.Hashes;
import io.upline.service.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyFileTest {
    private static final Path FILE = Path.of("keys.txt");
    private static final String HASH = "sha256:" + Hashes.sha256("s3cret");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everyLineIsAKey() {
        var keys = ApiKeyFile.keys(FILE, "# the gateway\n\n  a.b-1   gateway\t" + HASH + "\r\nB auditor " + HASH);
        assertThat(keys.keySet()).containsExactlyInAnyOrder("a.b-1", "B");
        assertThat(keys.values()).extracting(ApiKey::role).containsExactlyInAnyOrder(Role.GATEWAY, Role.AUDITOR);
        assertThat(keys.values()).allMatch(key -> key.isOpenedBy("s3cret")).noneMatch(key -> key.isOpenedBy("S3cret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one gateway|                 write <id> <role> sha256:<hash>, as ./upline key prints it.",
                "one gateway HASH more|       write <id> <role> sha256:<hash>, as ./upline key prints it.",
                "one/two gateway HASH|        write <id> <role> sha256:<hash>, as ./upline key prints it.",
                "one member HASH|             the role is none of gateway, service, admin or auditor.",
                "one Admin HASH|              the role is none of gateway, service, admin or auditor.",
                "one admin s3cret|            the hash is not sha256: and 64 hexadecimal digits.",
                "one admin sha256:s3cret|     the hash is not sha256: and 64 hexadecimal digits.",
                "fine admin HASH|             there is another key of this id above; every key has one of its own."
            })
    void aMistakeIsToldWithItsLineAndWithoutWhatStandsThere(String line, String sentence) {
        var text = "# keys\nfine gateway " + HASH + "\n" + line.replace("HASH", HASH) + "\n";
        assertThatThrownBy(() -> ApiKeyFile.keys(FILE, text))
                .isInstanceOf(InvalidApiKeys.class)
                .hasMessage("keys.txt:3: " + sentence);
    }

    /// Whatever else is wrong with a file: a key that was taken out is revoked, and so is one that was given another
    /// secret or another role.
    @ParameterizedTest
    @CsvSource({
        "'  two\tgateway  HASH ', true",
        "two gateway OTHER, false",
        "two auditor HASH, false",
        "two gatway nothing, false",
        "two, false",
        "two gateway HASH more, false",
        "# two gateway HASH, false"
    })
    void beyondAMistakeOnlyAKeyWhoseLineIsAsItWasStays(String line, boolean stays) {
        var keys = ApiKeyFile.keys(FILE, "one admin " + HASH + "\ntwo gateway " + HASH);
        var text =
                "nonsense\n" + line.replace("HASH", HASH).replace("OTHER", "sha256:" + Hashes.sha256("another")) + "\n";
        assertThat(ApiKeyFile.stillNamed(keys, text).keySet()).isEqualTo(stays ? Set.of("two") : Set.of());
        assertThat(ApiKeyFile.stillNamed(keys, "")).isEmpty();
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        assertThatThrownBy(() -> ApiKeyFile.keys(FILE, "one\ntwo\n"))
                .hasMessageContainingAll("keys.txt:1: ", "keys.txt:2: ");
    }

    @Test
    void aFileThatIsNotThereOrHasNoKeyIsAMistake() throws IOException {
        var file = folder.resolve("keys.txt");
        assertThatThrownBy(() -> ApiKeyFile.check(file))
                .isInstanceOf(InvalidApiKeys.class)
                .hasMessageContaining("can't be read");
        Files.writeString(file, "# nothing yet\n");
        assertThatThrownBy(() -> ApiKeyFile.check(file)).hasMessageContaining("has no key; ./upline key makes one.");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> ApiKeyFile.check(file)).isInstanceOf(InvalidApiKeys.class);
        Files.write(file, new byte[ApiKeyFile.MAX_BYTES + 1]);
        assertThatThrownBy(() -> ApiKeyFile.check(file)).hasMessageContaining("has more than 1048576 bytes");
        Files.writeString(file, AccessResource.keys());
        ApiKeyFile.check(file);
    }
}
