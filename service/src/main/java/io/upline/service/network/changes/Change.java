package io.upline.service.network.changes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of the log, with members named by their ids.
///
/// @param kind the log's word for it, such as `born`
/// @param atMicros when it was recorded, in µs since 1970, UTC
record Change(long seq, String kind, long atMicros, Facts facts) {
    /// What an entry says, by kind.
    sealed interface Facts {
        /// Somebody joined. A root has neither sponsor nor place.
        record Birth(
                UUID userId,
                @Nullable UUID sponsorId,
                @Nullable Place place,
                long joinedAtMicros) implements Facts {}

        /// Somebody has another sponsor, another place, or both; null is what stayed.
        record Move(
                UUID userId,
                @Nullable Exchange<UUID> sponsor,
                @Nullable Exchange<Place> place,
                String reason) implements Facts {}

        /// Somebody was suspended or reinstated.
        record Standing(UUID userId, String reason) implements Facts {}

        /// Somebody has a pseudonym instead of the id that the entry `bornSeq` was told with.
        record Forgetting(UUID pseudonym, long bornSeq, String reason) implements Facts {}

        /// Another width is in force.
        record Width(int width) implements Facts {}

        /// Another version of the plan is in force, or never will be.
        record Plan(int version) implements Facts {}

        /// Another version of the plan comes in force at a time, in µs since 1970, UTC.
        record ScheduledPlan(int version, long effectiveAtMicros) implements Facts {}

        /// Of a kind that this version doesn't know.
        record Unknown() implements Facts {}
    }

    /// A slot.
    record Place(UUID parentId, int position) {}

    /// What came instead of what.
    ///
    /// @param before null where there was nobody: for a root
    record Exchange<T>(T now, @Nullable T before) {}
}
