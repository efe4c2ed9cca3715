package io.upline.service.network.writing;

import io.upline.service.audit.Act;
import io.upline.service.audit.AuditEntry;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.audit.SeqRanges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who lets whom join in one batch: those whom one author lets join share an entry of the audit.
final class BirthAuthors {
    private final Map<Joining, SeqRanges> births = new LinkedHashMap<>();

    private record Joining(Act act, Author author) {}

    /// Adds a birth that comes after all others.
    void add(Act act, Author author, long seq) {
        births.computeIfAbsent(new Joining(act, author), _ -> new SeqRanges()).add(seq);
    }

    /// The entries of all that were added; ask once.
    List<AuditEntry> entries(AuditWriter audit, long nowMicros) {
        return births.entrySet().stream()
                .map(joined -> audit.entry(
                        joined.getKey().author(), Deed.births(joined.getKey().act(), joined.getValue()), nowMicros))
                .toList();
    }
}
