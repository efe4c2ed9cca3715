package io.upline.service.network.changes;

import java.util.List;
import java.util.Optional;

/// Entries of the log, one after another.
///
/// @param more whether further ones were there already
/// @param afterAtMicros when the entry before the first was recorded, in µs since 1970; empty when there is none
/// @param asOf the log's last entry when this was read
record ChangePage(List<Change> items, boolean more, Optional<Long> afterAtMicros, long asOf) {
    /// When the last entry of the page was recorded, or where the page is empty the one before it.
    Optional<Long> lastAtMicros() {
        return items.isEmpty() ? afterAtMicros : Optional.of(items.getLast().atMicros());
    }
}
