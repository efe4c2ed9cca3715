package io.upline.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @Test
    void trailingZerosMakeNoDifference() {
        assertThat(Percent.of("2.50")).isEqualTo(Percent.of("2.5")).hasToString("2.5 %");
        assertThat(Percent.of("100.00")).hasToString("100 %");
        assertThat(Percent.of("0.0")).isEqualTo(Percent.of("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "0.0001", "99.9999", "5.00000"})
    void zeroToAHundredWithFourDecimalsIsAPercentage(String value) {
        assertThat(Percent.faultIn(new BigDecimal(value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "100.0001", "0.00001", "1e999999", "1e-999999"})
    void anythingElseIsRefused(String value) {
        assertThat(Percent.faultIn(new BigDecimal(value))).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> Percent.of(value));
    }
}
