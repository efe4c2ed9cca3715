package io.upline.service.platform.http;

import java.util.Optional;
import java.util.UUID;

/// Reads ids strictly: 36 characters with the dashes in place. The JDK's own reader takes `1-1-1-1-1` for a UUID.
public final class Ids {
    private static final int CHARS = 36;

    private Ids() {}

    /// The id, or empty when the text is none.
    public static Optional<UUID> parse(String text) {
        if (text.length() != CHARS
                || text.charAt(8) != '-'
                || text.charAt(13) != '-'
                || text.charAt(18) != '-'
                || text.charAt(23) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
