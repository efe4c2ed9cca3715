package io.upline.service.audit.list;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/// A page of entries, newest first.
///
/// @param userIds those of all members that the facts name by number
/// @param hasNext whether there are older ones
record AuditPage(List<ReadEntry> entries, Map<Integer, UUID> userIds, boolean hasNext) {
    /// After which one the next page begins; empty on the last page.
    OptionalLong last() {
        var number = hasNext ? entries.getLast().stored().number() : null;
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
