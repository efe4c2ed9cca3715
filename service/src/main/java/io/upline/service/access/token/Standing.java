package io.upline.service.access.token;

import java.util.Optional;
import java.util.UUID;

/// Whether a token that is right in itself still counts.
sealed interface Standing {
    /// It does.
    ///
    /// @param userId whose it is, where that is known as well
    record Counts(Optional<UUID> userId) implements Standing {}

    /// It was logged out, or its user is gone or inactive.
    record Ended() implements Standing {}
}
