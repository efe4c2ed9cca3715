package io.upline.service.bonus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether a bonus was paid. The word in the API and in the table is the name in small letters.
public enum BonusStatus {
    /// Not paid.
    PENDING,
    /// Paid, once and for all.
    PAID;

    /// The word for it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The status of that word.
    public static Optional<BonusStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
