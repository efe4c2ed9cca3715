package io.upline.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyTest {

    @ParameterizedTest
    @CsvSource({"USD,2", "EUR,2", "JPY,0", "BHD,3", "CLF,4"})
    void aKnownCodeHasTheScaleOfIso4217(String code, int scale) {
        assertThat(Currency.of(code)).isEqualTo(new Currency(code, scale));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "US", "EURO", "ZZZ", "XAU", ""})
    void anUnknownCodeAndOneWithoutDecimalsAreNotFound(String code) {
        assertThat(Currency.find(code)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Currency.of(code))
                .withMessageContaining("\"" + code + "\"");
    }

    @Test
    void theScaleMayReachItsLimitAndNoMore() {
        assertThat(new Currency("PTS", Currency.MAX_SCALE).scale()).isEqualTo(Currency.MAX_SCALE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Currency("PTS", Currency.MAX_SCALE + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Currency("PTS", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Currency("pts", 2));
    }
}
