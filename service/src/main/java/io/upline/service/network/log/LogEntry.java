package io.upline.service.network.log;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the log. Members are named by their number, the order of birth from 1.
public sealed interface LogEntry {
    /// The entry's place in the log.
    long seq();

    /// Whether the log still has an entry in its place: the very same, or a birth of somebody who was forgotten
    /// since, as one of the later entries says.
    ///
    /// @param entries the log from there on, as of one moment
    static boolean isFirst(LogEntry entry, List<LogEntry> entries) {
        if (entries.isEmpty() || entries.getFirst().equals(entry)) {
            return !entries.isEmpty();
        }
        return entry instanceof Birth known
                && entries.getFirst() instanceof Birth birth
                && known.as(birth.userId()).equals(birth)
                && entries.stream()
                        .anyMatch(later -> later instanceof Forgotten forgotten
                                && forgotten.member() == birth.number()
                                && forgotten.pseudonym().equals(birth.userId()));
    }

    /// A member joined. A root has neither sponsor nor parent, and position 0.
    record Birth(
            long seq,
            int number,
            UUID userId,
            @Nullable Integer sponsor,
            @Nullable Integer parent,
            int position,
            long joinedAtMicros)
            implements LogEntry {
        private Birth as(UUID otherId) {
            return new Birth(seq, number, otherId, sponsor, parent, position, joinedAtMicros);
        }

        /// The entry in one line: number, user, sponsor, parent, position, time; 0 where there is none.
        public String asText() {
            return "%d %s %d %d %d %d"
                    .formatted(
                            number,
                            userId,
                            Objects.requireNonNullElse(sponsor, 0),
                            Objects.requireNonNullElse(parent, 0),
                            position,
                            joinedAtMicros);
        }
    }

    /// What happened to one member after the birth.
    sealed interface OfMember extends LogEntry {
        /// The member.
        int member();

        /// When it was recorded, in µs since 1970.
        long atMicros();
    }

    /// A member has another sponsor, another place, or both; null is what stayed, and then the position is 0.
    record Moved(
            long seq,
            int member,
            @Nullable Integer sponsor,
            @Nullable Integer parent,
            int position,
            long atMicros) implements OfMember {}

    /// A member may neither sponsor nor earn from here on.
    record Suspended(long seq, int member, long atMicros) implements OfMember {}

    /// A member's suspension is over.
    record Reinstated(long seq, int member, long atMicros) implements OfMember {}

    /// A member's user id gave way to a pseudonym, in the birth too: whoever reads the log later finds the pseudonym
    /// there already.
    record Forgotten(long seq, int member, UUID pseudonym, long atMicros) implements OfMember {}

    /// Another width is in force for placements from here on.
    record WidthChanged(long seq, int width) implements LogEntry {}

    /// What happened to one version of the compensation plan.
    sealed interface OfPlan extends LogEntry {
        /// The version.
        int version();

        /// When it was recorded, in µs since 1970.
        long atMicros();
    }

    /// A new version of the compensation plan is in force from here on.
    record PlanActivated(long seq, int version, long atMicros) implements OfPlan {}

    /// A new version of the compensation plan comes in force at a later time, in µs since 1970. Nothing is written
    /// then.
    record PlanScheduled(long seq, int version, long atMicros, long effectiveAtMicros) implements OfPlan {}

    /// A version that was scheduled, and is not in force yet, never will be.
    record PlanWithdrawn(long seq, int version, long atMicros) implements OfPlan {}

    /// Written by a newer version of the service; what it means for the network is not known here.
    record Unknown(long seq, String kind) implements LogEntry {}
}
