package io.upline.service.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The SQL that writes entries, by itself or as a part of the statement that does the work.
public final class AuditTable {
    /// Parameters of [#INSERT_SELECT].
    public static final int PARAMETERS = 13;

    /// The rows of the bound entries, as the first part of an `INSERT`; the caller may go on with a `WHERE`.
    public static final String INSERT_SELECT = """
            INSERT INTO audit_entry (id, recorded_at, act, role, key, person, address, salt, who_hash,
                                     subject, births, events, facts)
            SELECT id, timestamptz 'epoch' + at * interval '1 microsecond', act, role, key, person, address,
                   decode(salt, 'hex'), decode(who_hash, 'hex'), subject, births::int8multirange, events::uuid[], facts
            FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                        ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[])
                 AS entry (id, at, act, role, key, person, address, salt, who_hash, subject, births, events, facts)
            """;

    private AuditTable() {}

    /// Writes entries in the transaction of the work.
    public static void write(Connection connection, List<AuditEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(INSERT_SELECT)) {
            bind(connection, insert, 1, entries);
            insert.executeUpdate();
        }
    }

    /// Binds entries to the parameters from `first` on.
    public static void bind(Connection connection, PreparedStatement statement, int first, List<AuditEntry> entries)
            throws SQLException {
        var columns = new Columns(connection, statement, entries);
        columns.set(first, "uuid", AuditEntry::id);
        columns.set(first + 1, "bigint", AuditEntry::atMicros);
        columns.set(first + 2, "text", entry -> entry.deed().act().word());
        columns.set(first + 3, "text", entry -> entry.author().role());
        columns.set(first + 4, "text", entry -> entry.author().key());
        columns.set(first + 5, "uuid", entry -> entry.author().person());
        columns.set(first + 6, "text", entry -> entry.author().address());
        columns.set(first + 7, "text", AuditEntry::salt);
        columns.set(first + 8, "text", AuditEntry::whoHash);
        columns.set(first + 9, "integer", entry -> entry.deed().subject());
        columns.set(first + 10, "text", entry -> entry.deed().births());
        columns.set(first + 11, "text", AuditTable::events);
        columns.set(first + 12, "text", entry -> entry.deed().facts());
    }

    /// As PostgreSQL writes an array; an array of arrays would be one of rows that are all as long.
    private static @Nullable String events(AuditEntry entry) {
        var events = entry.deed().events();
        return events.isEmpty()
                ? null
                : events.toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }

    private record Columns(Connection connection, PreparedStatement statement, List<AuditEntry> entries) {
        void set(int parameter, String type, Function<AuditEntry, @Nullable Object> value) throws SQLException {
            var values = entries.stream().map(value).toArray();
            statement.setArray(parameter, connection.createArrayOf(type, values));
        }
    }
}
