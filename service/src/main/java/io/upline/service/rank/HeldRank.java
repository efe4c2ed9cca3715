package io.upline.service.rank;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rank of a member as last evaluated.
///
/// @param rank its name; null when none is earned
/// @param sinceMicros since when it has been this one, in µs since 1970
/// @param asOf the place in the log of the figures
record HeldRank(@Nullable String rank, long sinceMicros, long evaluatedAtMicros, long asOf, int planVersion) {
    /// What is held after another evaluation: `since` stays where the rank does.
    ///
    /// @param before what was held; empty when the member was never evaluated
    HeldRank after(Optional<HeldRank> before) {
        return before.filter(held -> Optional.ofNullable(held.rank).equals(Optional.ofNullable(rank)))
                .map(held -> new HeldRank(rank, held.sinceMicros, evaluatedAtMicros, asOf, planVersion))
                .orElse(this);
    }
}
