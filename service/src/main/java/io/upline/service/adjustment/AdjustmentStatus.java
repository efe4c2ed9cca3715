package io.upline.service.adjustment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far an adjustment has come.
public enum AdjustmentStatus {
    /// Somebody has to decide; nothing is posted.
    WAITING,
    /// It is in the ledger, for good.
    POSTED,
    /// It never will be.
    DECLINED;

    /// As it is written in the database and in replies.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The status of that word.
    public static Optional<AdjustmentStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
