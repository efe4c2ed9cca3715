package io.upline.service.platform.job;

import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job as it stood when it was read. Times are in µs since 1970, by the database's clock.
///
/// @param done how much is done, in the kind's own unit
/// @param total how much there is in all; null until it is known
/// @param result a JSON object; null unless it is done
/// @param error a sentence; null unless it failed
/// @param isCancelRequested whether somebody wants it to stop
/// @param createdAt when it was submitted
/// @param startedAt when a replica took it for the first time; null before that
/// @param finishedAt when it was over; null before that
/// @param readAt when it was read
public record Job(
        UUID id,
        String kind,
        JobStatus status,
        long done,
        @Nullable Long total,
        @Nullable String result,
        @Nullable String error,
        boolean isCancelRequested,
        long createdAt,
        @Nullable Long startedAt,
        @Nullable Long finishedAt,
        long readAt) {
    private static final long PER_CENT = 100;
    private static final double MICROS_PER_SECOND = 1_000_000;

    /// How much of it is done, from 0 to 100, rounded down; empty while nobody knows.
    public OptionalLong percent() {
        if (status == JobStatus.DONE) {
            return OptionalLong.of(PER_CENT);
        }
        return total == null || total == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.clamp((long) (PER_CENT * (double) done / total), 0, PER_CENT));
    }

    /// In how many seconds it will be done, rounded up, if it goes on as it did since it started; empty while
    /// nobody can tell.
    public OptionalLong secondsLeft() {
        if (status != JobStatus.RUNNING || startedAt == null || total == null || done == 0) {
            return OptionalLong.empty();
        }
        var seconds = Math.max(0, readAt - startedAt) / MICROS_PER_SECOND;
        return OptionalLong.of((long) Math.ceil(seconds / done * Math.max(0, total - done)));
    }
}
