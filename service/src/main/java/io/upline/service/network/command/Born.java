package io.upline.service.network.command;

import java.util.Optional;
import java.util.UUID;

/// A member as placed by its registration.
///
/// @param parentId under whom; empty for a root
/// @param sponsorId by whom; empty for a root
/// @param position slot under the parent, 1 = leftmost; 0 for a root
/// @param level 1 for a root
/// @param joinedAtMicros µs since 1970, UTC
/// @param seq place of the birth in the log
public record Born(
        UUID userId,
        Optional<UUID> parentId,
        Optional<UUID> sponsorId,
        int position,
        int level,
        long joinedAtMicros,
        long seq) {}
