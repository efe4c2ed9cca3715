package io.upline.engine.money;

import java.math.BigDecimal;
import java.util.Optional;

/// A percentage from 0 to 100, exact, with at most [#MAX_SCALE] decimals: `2.5` is two and a half per cent.
///
/// Kept without trailing zeros, so that 2.5 and 2.50 are equal.
///
/// @param value the number before the `%` sign
public record Percent(BigDecimal value) {

    /// The most decimals a percentage may have.
    public static final int MAX_SCALE = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @throws IllegalArgumentException when [#faultIn] finds a fault
    public Percent {
        faultIn(value).ifPresent(Refusal::raise);
        value = plain(value);
    }

    /// The percentage that a decimal text names, such as `"2.5"`.
    ///
    /// @throws IllegalArgumentException when the text is no number or out of range
    public static Percent of(String value) {
        return new Percent(new BigDecimal(value));
    }

    /// What is wrong with a percentage, as a sentence; empty when nothing is.
    public static Optional<String> faultIn(BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            return Optional.of(Refusal.shown(value) + " is not a percentage; write a number from 0 to 100");
        }
        if (plain(value).scale() > MAX_SCALE) {
            return Optional.of(
                    Refusal.shown(value) + " has too many decimals for a percentage; write at most " + MAX_SCALE);
        }
        return Optional.empty();
    }

    /// `2.5 %`
    @Override
    public String toString() {
        return value.toPlainString() + " %";
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
