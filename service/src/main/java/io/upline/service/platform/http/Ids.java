package io.upline.service.platform.http;

import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import java.util.Optional;
import java.util.UUID;

/// Reads ids strictly: 36 characters with the dashes in place. The JDK's own reader takes `1-1-1-1-1`, signs and
/// digits of other scripts.
public final class Ids {
    private static final int CHARS = 36;

    private Ids() {}

    /// The id, or empty when the text is none.
    public static Optional<UUID> parse(String text) {
        return isId(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static boolean isId(String text) {
        if (text.length() != CHARS) {
            return false;
        }
        for (int i = 0; i < CHARS; i++) {
            var dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// ASCII only: [Character#digit] takes digits of every script.
    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /// The id in a route's path.
    ///
    /// @throws Problem 422 when the text is none
    public static UUID ofPath(String text) {
        return parse(text)
                .orElseThrow(() -> Problem.of(
                        ProblemType.INVALID_REQUEST,
                        "\"%s\" in the address is not a UUID.".formatted(Shown.shortened(text))));
    }
}
