package io.upline.engine.money;

import java.math.BigDecimal;

/// How this package refuses a value: in words, and without writing out a number of a million digits.
final class Refusal {

    private static final int SHOWN_DIGITS_MAX = 40;

    private Refusal() {}

    @SuppressWarnings("DoNotCallSuggester") // called through Optional.ifPresent
    static void raise(String fault) {
        throw new IllegalArgumentException(fault);
    }

    static String shown(BigDecimal value) {
        boolean tooLong = value.precision() > SHOWN_DIGITS_MAX || Math.abs((long) value.scale()) > SHOWN_DIGITS_MAX;
        return tooLong ? "a number of more than " + SHOWN_DIGITS_MAX + " digits" : value.toPlainString();
    }
}
