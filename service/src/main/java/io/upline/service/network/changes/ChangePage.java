package io.upline.service.network.changes;

import java.util.List;

/// Entries of the log, one after another.
///
/// @param more whether further ones were there already
/// @param asOf the log's last entry when this was read
record ChangePage(List<Change> items, boolean more, long asOf) {}
