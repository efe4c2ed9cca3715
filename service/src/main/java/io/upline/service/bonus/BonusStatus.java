package io.upline.service.bonus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether a bonus was paid. The word in the API is the name in small letters.
public enum BonusStatus {
    /// Not paid, and not taken back: held, or to be paid.
    PENDING,
    /// Paid, perhaps less than was earned.
    PAID,
    /// Taken back as a whole, before or after it was paid.
    REVERSED;

    /// In the table, bonuses that are held have a word of their own.
    private static final String HELD = "held";

    /// The word for it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The status of a word in the table.
    static BonusStatus ofStored(String word) {
        return word.equals(HELD) ? PENDING : of(word).orElseThrow();
    }

    /// The status of that word.
    public static Optional<BonusStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
