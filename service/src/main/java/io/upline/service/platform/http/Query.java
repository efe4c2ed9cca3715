package io.upline.service.platform.http;

import org.jspecify.annotations.Nullable;

/// Reads query parameters, with a plain sentence for a wrong one.
public final class Query {
    private Query() {}

    /// A whole number from `min` to `max`, or `fallback` when the parameter is absent.
    ///
    /// @throws Problem 400 for anything else
    public static int number(String name, @Nullable String text, int min, int max, int fallback) {
        return Math.toIntExact(number(name, text, min, max, (long) fallback));
    }

    /// The same for a number that may be larger, such as a place in the log.
    ///
    /// @throws Problem 400 for anything else
    public static long number(String name, @Nullable String text, long min, long max, long fallback) {
        if (text == null || text.isEmpty()) {
            return fallback;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw Problem.of(
                ProblemType.MALFORMED_REQUEST,
                "%s is \"%s\"; write a whole number from %d to %d.".formatted(name, Shown.shortened(text), min, max));
    }

    /// `true` or `false`; absent is false.
    ///
    /// @throws Problem 400 for anything else
    public static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Problem.of(
                ProblemType.MALFORMED_REQUEST,
                "%s is \"%s\"; write true or false.".formatted(name, Shown.shortened(text)));
    }
}
