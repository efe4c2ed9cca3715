package io.upline.service.platform.http;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads query parameters, with a plain sentence for a wrong one.
public final class Query {
    private static final int LAST_YEAR = 9_999;

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
            if (number >= min && number <= max && isPlain(text)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw Problem.of(
                ProblemType.MALFORMED_REQUEST,
                "%s is \"%s\"; write a whole number from %d to %d.".formatted(name, Shown.shortened(text), min, max));
    }

    /// Without a plus, and not in digits of another script: [Long#parseLong] reads both.
    private static boolean isPlain(String text) {
        return text.chars().allMatch(digit -> digit == '-' || (digit >= '0' && digit <= '9'));
    }

    /// A time in RFC 3339, in µs since 1970; empty when absent.
    ///
    /// @throws Problem 400 for anything else
    public static Optional<Long> time(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return Optional.of(ChronoUnit.MICROS.between(Instant.EPOCH, time));
            }
        } catch (DateTimeException e) {
            // said below, as for a year of more digits than RFC 3339 has
        }
        throw Problem.of(
                ProblemType.MALFORMED_REQUEST,
                "%s is \"%s\"; write a time such as 2026-01-31T12:00:00Z.".formatted(name, Shown.shortened(text)));
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
