package io.upline.client.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.upline.client.progress.Progress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A job as the service tells of it.
///
/// @param status `queued`, `running`, or how it ended
/// @param estimate when it will be done; null when nobody can tell
/// @param result what came of it; null unless it is done
/// @param error why it failed; null unless it did
record JobReply(
        String kind,
        String status,
        Done progress,
        @Nullable Estimate estimate,
        @Nullable JsonNode result,
        @Nullable String error) {
    /// @param total null as long as nobody knows
    record Done(long done, @Nullable Long total) {}

    record Estimate(long secondsLeft) {}

    boolean isOver() {
        return !status.equals("queued") && !status.equals("running");
    }

    boolean isDone() {
        return status.equals("done");
    }

    long total() {
        return progress.total == null ? Progress.UNKNOWN : progress.total;
    }

    /// Such as `350,000 done, about 27 s left`.
    String note() {
        if (status.equals("queued")) {
            return "waits to be begun";
        }
        var done = String.format(Locale.ROOT, "%,d done", progress.done);
        return estimate == null ? done : done + String.format(Locale.ROOT, ", about %,d s left", estimate.secondsLeft);
    }
}
