package io.upline.engine.genealogy;

import io.upline.engine.genealogy.arrays.NetworkArrays;
import java.util.UUID;

/// Everything the genealogy knows about one member, read at one moment.
///
/// @param index the member, in order of birth from 0
/// @param userId the id that the authentication service issued
/// @param sponsor who brought them in, [Genealogy#NONE] for nobody
/// @param parent the member directly above, [Genealogy#NONE] for a root
/// @param position the slot under the parent, 1 = leftmost; 0 for a root
/// @param level the distance from the root plus one; 1 for a root
/// @param joinedAtMicros when they joined, in microseconds since 1970 UTC
/// @param updatedAtMicros when they were moved, given another sponsor, suspended, reinstated or renamed for the
///     last time, in microseconds since 1970 UTC; [#NEVER] when that never happened
/// @param suspended whether they may neither sponsor nor earn
/// @param frontline the number of children in the placement tree
/// @param downline the number of all descendants in the placement tree
/// @param sponsored the number of members whose sponsor they are
/// @param sponsorDownline the number of all descendants in the sponsor tree
/// @param asOf the place in the log that the answer stands for
public record Member(
        int index,
        UUID userId,
        int sponsor,
        int parent,
        int position,
        int level,
        long joinedAtMicros,
        long updatedAtMicros,
        boolean suspended,
        int frontline,
        int downline,
        int sponsored,
        int sponsorDownline,
        long asOf) {

    /// The time of the last change of a member who was never changed.
    public static final long NEVER = NetworkArrays.NEVER;

    /// Whether they stand under somebody else than their sponsor.
    public boolean isSpilledOver() {
        return sponsor != parent;
    }
}
