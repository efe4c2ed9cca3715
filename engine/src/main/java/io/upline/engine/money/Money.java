package io.upline.engine.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// An exact amount in one currency, positive, zero or negative: a whole number of the currency's smallest unit.
///
/// Amounts of different currencies are never added or compared. No amount is ever outside ±[#MAX_AMOUNT].
///
/// @param currency the currency
/// @param minor    the amount in the currency's smallest unit: 1000 is 10.00 USD, 1000 JPY or 1.000 BHD
public record Money(Currency currency, long minor) implements Comparable<Money> {

    /// The largest amount, in whole units of any currency: 10^12. With 4 decimals the sum of two still fits a
    /// `long`.
    public static final long MAX_AMOUNT = 1_000_000_000_000L;

    private static final int PERCENT_SHIFT = 2;

    /// @throws IllegalArgumentException when the amount is larger than [#MAX_AMOUNT] either way
    public Money {
        long limit =
                BigDecimal.valueOf(MAX_AMOUNT).movePointRight(currency.scale()).longValueExact();
        if (minor > limit || minor < -limit) {
            Refusal.raise(tooLarge(BigDecimal.valueOf(minor, currency.scale())));
        }
    }

    /// The amount of so many units, exactly: `10` and `10.5` name 10.00 and 10.50 USD; `10.505` is refused.
    /// Zeros at the end are no decimals: `10.500` is 10.50 USD.
    ///
    /// @throws IllegalArgumentException when [#faultIn] finds a fault
    public static Money of(Currency currency, BigDecimal amount) {
        faultIn(currency, amount).ifPresent(Refusal::raise);
        return new Money(currency, amount.movePointRight(currency.scale()).longValueExact());
    }

    /// The amount that a decimal text names, such as `"10.00"`.
    ///
    /// @throws IllegalArgumentException when the text is no number, or [#faultIn] finds a fault
    public static Money of(Currency currency, String amount) {
        return of(currency, new BigDecimal(amount));
    }

    /// No money at all.
    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /// What keeps an amount from being money in this currency (too large, or more decimals than the currency has),
    /// as a sentence; empty when nothing does.
    public static Optional<String> faultIn(Currency currency, BigDecimal amount) {
        if (amount.abs().compareTo(BigDecimal.valueOf(MAX_AMOUNT)) > 0) {
            return Optional.of(tooLarge(amount));
        }
        if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > currency.scale()) {
            return Optional.of(tooPrecise(currency, amount));
        }
        return Optional.empty();
    }

    /// This and the other amount together.
    ///
    /// @throws IllegalArgumentException for another currency, or when the sum is larger than [#MAX_AMOUNT]
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, minor + other.minor);
    }

    /// The same amount with the other sign.
    public Money negated() {
        return new Money(currency, -minor);
    }

    /// That many per cent of this amount, rounded half up (5.005 to 5.01, -5.005 to -5.01) at the currency's scale.
    public Money percentage(Percent rate) {
        BigDecimal exact = BigDecimal.valueOf(minor).multiply(rate.value()).movePointLeft(PERCENT_SHIFT);
        return new Money(currency, exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /// -1, 0 or 1: below, at or above zero.
    public int signum() {
        return Long.signum(minor);
    }

    /// The amount in whole units, with exactly the currency's decimals: 10.00, never 10 or 1E+1.
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.scale());
    }

    /// @throws IllegalArgumentException for another currency
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minor, other.minor);
    }

    /// `10.00 USD`
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            Refusal.raise(this + " and " + other + " are amounts of different currencies");
        }
    }

    private static String tooLarge(BigDecimal amount) {
        return Refusal.shown(amount) + " is too large; an amount is at most " + MAX_AMOUNT;
    }

    private static String tooPrecise(Currency currency, BigDecimal amount) {
        String decimals = currency.scale() == 0 ? "no decimals" : "at most " + currency.scale() + " decimals";
        return Refusal.shown(amount) + " has too many decimals for " + currency + "; write " + decimals;
    }
}
