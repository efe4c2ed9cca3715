package io.upline.service.access.token;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Finds out whether a token that is right in itself still counts.
interface LoggedOut {
    /// What is known of the token. The future fails with a [io.upline.service.platform.http.Problem] 503 when it
    /// can't be found out: then nobody is let in.
    CompletableFuture<Standing> standing(String token);

    /// Whether a token counts.
    sealed interface Standing {
        /// It does.
        ///
        /// @param userId whose it is, where that is known as well
        record Counts(Optional<UUID> userId) implements Standing {}

        /// It was logged out, or its user is gone or inactive.
        record Ended() implements Standing {}
    }
}
