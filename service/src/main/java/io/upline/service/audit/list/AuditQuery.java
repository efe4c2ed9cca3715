package io.upline.service.audit.list;

import io.upline.service.audit.Act;
import java.util.Optional;
import java.util.UUID;

/// Which entries, newest first.
///
/// @param member whom it was done to; empty for everybody
/// @param author the id of a key, or a person's user id; empty for everybody
/// @param act empty for all
/// @param before only entries with a lower number in the chain; empty for the first page
/// @param limit the most of one page
record AuditQuery(Optional<UUID> member, Optional<String> author, Optional<Act> act, Optional<Long> before, int limit) {
    /// The most entries of one page.
    static final int PAGE_ENTRIES = 1_000;
    /// Entries of a page when nothing is said.
    static final int USUAL_ENTRIES = 100;
}
