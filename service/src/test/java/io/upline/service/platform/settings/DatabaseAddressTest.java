package io.upline.service.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p@db:5433/mlm, jdbc:postgresql://db:5433/mlm, u, p",
        "jdbc:postgresql://u:p@db:5433/mlm, jdbc:postgresql://db:5433/mlm, u, p",
        "postgres://u:p@db/mlm, jdbc:postgresql://db/mlm, u, p",
        "postgresql://db/mlm, jdbc:postgresql://db/mlm, '', ''",
        "postgresql://u@db/mlm, jdbc:postgresql://db/mlm, u, ''",
        "postgresql://u:p%40ss%3Aw%2Frd%25@db/mlm, jdbc:postgresql://db/mlm, u, p@ss:w/rd%",
        "postgresql://u:a+b@db/mlm, jdbc:postgresql://db/mlm, u, a+b",
        "postgresql://u:a:b@db/mlm, jdbc:postgresql://db/mlm, u, a:b",
        "postgresql://u:p@[::1]:5432/mlm, jdbc:postgresql://[::1]:5432/mlm, u, p",
        "postgresql://u:p@db/mlm?sslmode=require, jdbc:postgresql://db/mlm?sslmode=require, u, p"
    })
    void anAddressIsReadInEveryForm(String text, String url, String user, String password) {
        assertThat(DatabaseAddress.parse(text)).contains(new DatabaseAddress(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:p@db/mlm",
                "jdbc:mysql://db/mlm",
                "postgresql://db",
                "postgresql://db/",
                "postgresql:///mlm",
                "postgresql:mlm",
                "db/mlm",
                "postgresql://u:%zz@db/mlm",
                "postgresql://a b/mlm"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(DatabaseAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://u:s3cret@db/mlm", "postgresql://db/mlm?user=u&password=s3cret"})
    void thePasswordIsNeverShown(String text) {
        assertThat(DatabaseAddress.parse(text).orElseThrow().toString())
                .startsWith("postgresql://db/mlm")
                .doesNotContain("s3cret");
    }
}
