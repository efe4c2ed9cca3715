package io.upline.service.bonus.why;

import io.upline.engine.plan.Compression;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The line from the source up to the earner, as it stood when the event was paid, nearest first.
///
/// @param isComplete whether it ends with the earner; otherwise the log doesn't show them above the source
record LineThen(List<Ancestor> ancestors, boolean isComplete) {
    /// Somebody on a line, before levels are counted.
    record Standing(UUID userId, int steps, boolean suspended, boolean isEarner) {}

    /// Somebody on the line from the source up to the earner.
    ///
    /// @param userId of now: the pseudonym of whom was forgotten
    /// @param steps how many steps above the source, from 1
    /// @param level which of the rule's levels this was, from 1; null where compression passed over them
    /// @param suspended whether they were suspended then
    record Ancestor(UUID userId, int steps, @Nullable Integer level, boolean suspended) {}

    LineThen {
        ancestors = List.copyOf(ancestors);
    }

    /// Counts levels as the rule does: where it compresses, suspended members don't use one up.
    static LineThen of(List<Standing> standings, Compression compression) {
        var ancestors = new ArrayList<Ancestor>();
        var level = 0;
        for (var standing : standings) {
            var isPassed = standing.suspended() && compression == Compression.STANDARD;
            level += isPassed ? 0 : 1;
            ancestors.add(
                    new Ancestor(standing.userId(), standing.steps(), isPassed ? null : level, standing.suspended()));
        }
        return new LineThen(
                ancestors, !standings.isEmpty() && standings.getLast().isEarner());
    }

    /// How many were passed over.
    long passedOver() {
        return ancestors.stream().filter(ancestor -> ancestor.level() == null).count();
    }
}
