package io.upline.service.bonus;

import java.util.Optional;
import java.util.UUID;

/// Which bonuses, newest first.
///
/// @param earner the number of the member who earned them; empty for everyone's
/// @param window when they were created; empty for ever
/// @param before only older ones than this; empty for the first page
/// @param limit the most of one page
public record BonusQuery(
        Optional<Integer> earner,
        Optional<BonusStatus> status,
        Optional<String> type,
        Optional<Window> window,
        Optional<UUID> before,
        int limit) {
    /// The most bonuses of one page.
    public static final int PAGE_BONUSES = 1_000;

    /// A stretch of time, the ends included, in µs since 1970.
    public record Window(long fromMicros, long toMicros) {}
}
