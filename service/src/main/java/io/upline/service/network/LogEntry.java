package io.upline.service.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the log. Members are named by their number, the order of birth from 1.
sealed interface LogEntry {
    /// The entry's place in the log.
    long seq();

    /// A member joined. A root has neither sponsor nor parent, and position 0.
    record Birth(
            long seq,
            int number,
            UUID userId,
            @Nullable Integer sponsor,
            @Nullable Integer parent,
            int position,
            long joinedAtMicros)
            implements LogEntry {}

    /// Another width is in force for placements from here on.
    record WidthChanged(long seq, int width) implements LogEntry {}

    /// Another version of the compensation plan is in force from here on.
    record PlanActivated(long seq, int version) implements LogEntry {}

    /// Written by a newer version of the service; what it means for the network is not known here.
    record Unknown(long seq, String kind) implements LogEntry {}
}
