package io.upline.service.access.token;

import java.util.Optional;
import java.util.UUID;

/// A token with the right signature that has not expired.
///
/// @param userId what the configured claim says, when the token has it
/// @param expiresAt seconds since 1970 UTC
record VerifiedToken(Optional<UUID> userId, long expiresAt) {}
