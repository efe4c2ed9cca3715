package io.upline.service.platform.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a job is.
public enum JobStatus {
    /// Nobody has taken it yet.
    QUEUED,
    /// A replica works on it, or is about to take it over from another.
    RUNNING,
    /// It came to its end.
    DONE,
    /// It can't be done; what was done before that stays.
    FAILED,
    /// Somebody stopped it; what was done before that stays.
    CANCELLED;

    /// As it is written in the database and in replies.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing more will happen.
    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }

    /// The status of that word.
    public static Optional<JobStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
