package io.upline.service.network.stored;

import java.util.UUID;

/// A member as the database has them now. Members are named as memory names them: by their number less one, and
/// [io.upline.engine.genealogy.Genealogy#NONE] for nobody.
///
/// @param index the member, in order of birth from 0
/// @param position the slot under the parent, 1 = leftmost; 0 for a root
/// @param joinedAtMicros µs since 1970, UTC
/// @param updatedAtMicros the last change, in µs since 1970, UTC; [io.upline.engine.genealogy.Member#NEVER] before
///     the
///     first
/// @param suspended whether they may neither sponsor nor earn
public record StoredMember(
        int index,
        UUID userId,
        int sponsor,
        int parent,
        int position,
        long joinedAtMicros,
        long updatedAtMicros,
        boolean suspended) {}
