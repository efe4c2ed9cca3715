package io.upline.service.platform.settings;

import static io.upline.service.platform.settings.SettingsReading.mistakes;
import static io.upline.service.platform.settings.SettingsReading.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.platform.settings.AccessSettings.LimitSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final AccessSettings OFF = new AccessSettings(
            false, Optional.empty(), Optional.empty(), Set.of(), Set.of(), new LimitSettings(20_000, 50));

    @Test
    void whatIsNotSetHasItsDefault() {
        assertThat(read(Map.of()))
                .isEqualTo(new Settings(
                        "127.0.0.1",
                        11_000,
                        Set.of(),
                        OFF,
                        Path.of("./data"),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        10_000));
    }

    @Test
    void whatIsBlankIsNotSet() {
        assertThat(read(Map.of("PORT", " ", "DB_URL", "", "PLAN", "\t"))).isEqualTo(read(Map.of()));
    }

    @Test
    void theLimitsOfCallersAreRead() {
        assertThat(read(Map.of("KEY_REQUESTS_PER_SECOND", "300", "PERSON_REQUESTS_PER_SECOND", "0"))
                        .access()
                        .limits())
                .isEqualTo(new LimitSettings(300, 0));
    }

    @Test
    void whatIsSetIsRead() {
        assertThat(read(Map.of(
                        "HOST", "10.0.0.5",
                        "PORT", "12000",
                        "ALLOWED_HOSTS", "Upline.internal, ,api.example",
                        "API_KEYS", "keys.txt",
                        "DATA_DIR", "/var/lib/upline",
                        "REDIS_ENABLED", "true",
                        "MAX_CHILDREN", "5",
                        "PLAN", "plan.yaml",
                        "DOWNLINE_MAX_NODES", "500")))
                .isEqualTo(new Settings(
                        "10.0.0.5",
                        12_000,
                        Set.of("upline.internal", "api.example"),
                        new AccessSettings(
                                true,
                                Optional.of(Path.of("keys.txt")),
                                Optional.empty(),
                                Set.of(),
                                Set.of(),
                                new LimitSettings(20_000, 50)),
                        Path.of("/var/lib/upline"),
                        Optional.empty(),
                        Optional.of(new RedisAddress(false, "127.0.0.1", 6_379, "", "", 0, Optional.empty())),
                        OptionalInt.of(5),
                        Optional.of(Path.of("plan.yaml")),
                        500));
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 65535, 65536", "PORT, 0, -1",
        "KEY_REQUESTS_PER_SECOND, 0, -1", "KEY_REQUESTS_PER_SECOND, 1000000, 1000001",
        "PERSON_REQUESTS_PER_SECOND, 0, -1", "PERSON_REQUESTS_PER_SECOND, 1000000, 1000001",
        "MAX_CHILDREN, 1, 0", "MAX_CHILDREN, 100, 101",
        "DOWNLINE_MAX_NODES, 1, 0", "DOWNLINE_MAX_NODES, 1000000, 1000001"
    })
    void aNumberIsTakenAtItsLimitAndRefusedBeyond(String variable, String at, String beyond) {
        assertThat(mistakes(Map.of(variable, at))).isEmpty();
        assertThat(mistakes(Map.of(variable, beyond)))
                .singleElement()
                .asString()
                .startsWith(variable + " is \"" + beyond + "\"; write a whole number from ");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "65535, true", "0, false", "65536, false"})
    void thePortOfTheDatabaseHasItsLimitsToo(String port, boolean taken) {
        assertThat(mistakes(Map.of("DB_HOST", "db", "DB_PORT", port)).isEmpty()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "1e3", "99999999999", "0x10", "1 000"})
    void whatIsNoNumberIsRefused(String text) {
        assertThat(mistakes(Map.of("MAX_CHILDREN", text)))
                .containsExactly("MAX_CHILDREN is \"" + text + "\"; write a whole number from 1 to 100.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on"})
    void whatIsNeitherTrueNorFalseIsRefused(String text) {
        assertThat(mistakes(Map.of("REDIS_ENABLED", text)))
                .containsExactly("REDIS_ENABLED is \"" + text + "\"; write true or false.");
        assertThat(mistakes(Map.of("REDIS_ENABLED", "TRUE"))).isEmpty();
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        var environment = Map.of("PORT", "x", "MAX_CHILDREN", "0", "DB_URL", "mysql://h/n", "AUTH", "maybe");
        assertThat(mistakes(environment)).hasSize(4);
        assertThatThrownBy(() -> read(environment)).hasMessageContainingAll("PORT", "MAX_CHILDREN", "DB_URL", "AUTH");
    }

    @Test
    void aDatabaseCanBeNamedInParts() {
        assertThat(read(Map.of("DB_HOST", "db.internal")).database())
                .contains(new DatabaseAddress("jdbc:postgresql://db.internal:5432/upline", "upline", ""));
        assertThat(read(Map.of(
                                "DB_HOST",
                                "db",
                                "DB_PORT",
                                "6543",
                                "DB_NAME",
                                "mlm",
                                "DB_USER",
                                "u",
                                "DB_PASSWORD",
                                "p"))
                        .database())
                .contains(new DatabaseAddress("jdbc:postgresql://db:6543/mlm", "u", "p"));
    }

    @Test
    void theWholeAddressWinsOverItsParts() {
        assertThat(read(Map.of("DB_HOST", "other", "DB_URL", "postgresql://u:p@db/mlm"))
                        .database())
                .contains(new DatabaseAddress("jdbc:postgresql://db/mlm", "u", "p"));
    }

    @Test
    void aPasswordIsNeverShown() {
        var settings = read(Map.of("DB_URL", "postgresql://u:s3cret@db/mlm?password=s3cret"));
        assertThat(settings.toString()).contains("postgresql://db/mlm as u").doesNotContain("s3cret");
        assertThat(mistakes(Map.of("DB_URL", "postgresql://u:s3cret@"))).noneMatch(told -> told.contains("s3cret"));
    }
}
