package io.upline.service.bonus.distribution;

import io.upline.service.audit.AuditEntry;
import io.upline.service.audit.AuditTable;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who told the events of one batch: those that one author told share an entry of the audit.
final class EventAuthors {
    private final Map<Author, List<UUID>> events = new LinkedHashMap<>();
    private List<AuditEntry> entries = List.of();

    void add(Author author, UUID event) {
        events.computeIfAbsent(author, _ -> new ArrayList<>()).add(event);
    }

    /// Writes the entries. They are made once: a batch that is written again has the same.
    ///
    /// @param nowMicros when the events happened, exactly
    void write(Connection connection, AuditWriter audit, long nowMicros) throws SQLException {
        if (entries.isEmpty()) {
            entries = events.entrySet().stream()
                    .map(told -> audit.entry(told.getKey(), Deed.events(told.getValue()), nowMicros))
                    .toList();
        }
        AuditTable.write(connection, entries);
    }
}
