package io.upline.service.access.token;

import java.util.UUID;

/// What a token is good for.
public sealed interface Session {
    /// It is the token of a user.
    record Open(UUID userId) implements Session {}

    /// It is good for nothing.
    ///
    /// @param reason a sentence for the caller
    record Refused(String reason) implements Session {}
}
