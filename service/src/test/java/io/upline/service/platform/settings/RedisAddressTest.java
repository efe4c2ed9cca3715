package io.upline.service.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {
    @ParameterizedTest
    @CsvSource({
        "redis://cache,                         false, cache,      6379, '',  '',    0",
        "redis://shared_redis:6380/3,           false, shared_redis, 6380, '', '',   3",
        "redis://:secret@cache,                 false, cache,      6379, '',  secret, 0",
        "redis://secret@cache/,                 false, cache,      6379, '',  secret, 0",
        "rediss://me:p%40ss+word@cache:1/15,    true,  cache,      1,    me,  p@ss+word, 15",
        "rediss://[::1]:65535,                  true,  ::1,        65535, '', '',    0"
    })
    void everyPartIsRead(
            String text, boolean isEncrypted, String host, int port, String user, String password, int database) {
        assertThat(RedisAddress.parse(text, Optional.empty()))
                .contains(new RedisAddress(isEncrypted, host, port, user, password, database, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache:6379",
                "http://cache",
                "redis://",
                "redis://cache:0",
                "redis://cache:65536",
                "redis://cache/first",
                "redis://cache?database=1",
                "redis://a:%zz@cache"
            })
    void whatIsNoAddressIsAMistakeWithoutItsPassword(String text) {
        assertThat(SettingsReading.mistakes(Map.of("REDIS_ENABLED", "true", "REDIS_URL", text)))
                .containsExactly(
                        "REDIS_URL can't be read; write redis://user:password@host:port/database, or rediss://.");
    }

    @Test
    void aFileOfCertificatesThatCannotBeReadIsAMistake() {
        assertThat(SettingsReading.mistakes(Map.of("REDIS_ENABLED", "true", "REDIS_CA", "/nowhere.pem")))
                .containsExactly("REDIS_CA is \"/nowhere.pem\", which can't be read; name a PEM file.");
    }

    @Test
    void noneIsUsedUnlessItIsEnabled() {
        assertThat(SettingsReading.read(Map.of("REDIS_URL", "redis://cache")).redis())
                .isEmpty();
    }

    @Test
    void itsTextHasNoPassword() {
        assertThat(new RedisAddress(true, "cache", 6379, "me", "secret", 1, Optional.of(Path.of("ca.pem"))))
                .hasToString("rediss://cache:6379/1");
    }
}
