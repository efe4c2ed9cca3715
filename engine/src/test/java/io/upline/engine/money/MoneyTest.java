package io.upline.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency USD = Currency.of("USD");

    @ParameterizedTest
    @CsvSource({"USD,10,10.00 USD", "USD,-0.5,-0.50 USD", "JPY,10,10 JPY", "BHD,10,10.000 BHD", "USD,10.500,10.50 USD"})
    void anAmountIsWrittenWithAllDecimalsOfItsCurrency(String code, String amount, String written) {
        assertThat(Money.of(Currency.of(code), amount)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({"USD,0.005", "JPY,0.5", "BHD,0.0001"})
    void moreDecimalsThanTheCurrencyHasAreRefusedAndNeverRounded(String code, String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(Currency.of(code), amount))
                .withMessageContaining(amount)
                .withMessageContaining("too many decimals for " + code);
    }

    @ParameterizedTest
    @CsvSource({"USD,0.01", "JPY,1", "BHD,0.001", "CLF,0.0001"})
    void anAmountMayReachTheLimitAndNotOneUnitMore(String code, BigDecimal unit) {
        Currency currency = Currency.of(code);
        BigDecimal limit = BigDecimal.valueOf(Money.MAX_AMOUNT);
        assertThat(Money.of(currency, limit).amount()).isEqualByComparingTo(limit);
        assertThat(Money.of(currency, limit.negate()).negated()).isEqualTo(Money.of(currency, limit));
        assertThat(Money.faultIn(currency, limit)).isEmpty();
        assertThat(Money.faultIn(currency, limit.add(unit)))
                .hasValueSatisfying(fault -> assertThat(fault).contains("too large"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(currency, limit.add(unit)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(currency, limit).plus(Money.of(currency, unit)));
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedInAShortSentence() {
        assertThat(Money.faultIn(USD, new BigDecimal("1e1000000")))
                .hasValue("a number of more than 40 digits is too large; an amount is at most 1000000000000");
        assertThat(Money.faultIn(USD, new BigDecimal("1e-1000000")))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("a number of more than 40 digits has too"));
    }

    @Test
    void amountsAddUpExactly() {
        Money sum = Money.zero(USD);
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(Money.of(USD, "0.10"));
        }
        assertThat(sum).isEqualTo(Money.of(USD, "1.00"));
    }

    @Test
    void theNegatedAmountCancelsTheAmount() {
        Money paid = Money.of(USD, "7.00");
        assertThat(paid.plus(paid.negated())).isEqualTo(Money.zero(USD));
        assertThat(paid.negated().signum()).isEqualTo(-1);
    }

    @Test
    void amountsCompareByValue() {
        assertThat(Money.of(USD, "9.99")).isLessThan(Money.of(USD, "10.00"));
    }

    @Test
    void amountsOfDifferentCurrenciesAreNeverAddedOrCompared() {
        Money dollars = Money.of(USD, "1");
        Money euros = Money.of(Currency.of("EUR"), "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dollars.plus(euros))
                .withMessageContaining("different");
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.compareTo(euros));
    }

    @ParameterizedTest
    @CsvSource({
        "USD,100.00,10,10.00",
        "USD,0.10,5,0.01",
        "USD,0.10,4.9999,0.00",
        "USD,-0.10,5,-0.01",
        "USD,100.10,5,5.01",
        "JPY,101,0.5,1",
        "JPY,99,0.5,0",
        "BHD,0.010,5,0.001",
        "BHD,1.000,33.3333,0.333",
        "USD,1000000000000,100,1000000000000.00",
    })
    void aPercentageIsRoundedHalfUpAtTheCurrencysScale(String code, String amount, String percent, String expected) {
        Currency currency = Currency.of(code);
        Money part = Money.of(currency, amount).percentage(Percent.of(percent));
        assertThat(part.amount()).isEqualTo(new BigDecimal(expected));
    }
}
