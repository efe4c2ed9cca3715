package io.upline.service.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The SQL that writes entries, by itself or as a part of the statement that does the work.
///
/// Its parameters are single values, a row of them for each entry: in nearly every batch there is one, and reading
/// a value takes PostgreSQL much less than reading an array with one.
public final class AuditTable {
    private static final String ROW = """
            (?::uuid, timestamptz 'epoch' + ?::bigint * interval '1 microsecond', ?::text, ?::text, ?::text, ?::uuid, ?::text,
             decode(?::text, 'hex'), decode(?::text, 'hex'), ?::integer, ?::int8multirange, ?::uuid[], ?::text)
            """;

    /// Of one row: what is done and who does it, then to whom.
    private static final int AUTHOR_END = 9;
    private static final int PARAMETERS = 13;

    private AuditTable() {}

    /// An `INSERT` of so many entries, at least 1; the caller may go on with a `WHERE`.
    public static String insert(int entries) {
        return """
                INSERT INTO audit_entry (id, recorded_at, act, role, key, person, address, salt, who_hash,
                                         subject, births, events, facts)
                SELECT * FROM (VALUES %s) AS entry
                """.formatted(String.join(", ", Collections.nCopies(entries, ROW)));
    }

    /// Writes entries in the transaction of the work.
    public static void write(Connection connection, List<AuditEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(insert(entries.size()))) {
            bind(insert, 1, entries);
            insert.executeUpdate();
        }
    }

    /// Binds entries to the parameters from `first` on, and returns the number of the next parameter.
    public static int bind(PreparedStatement statement, int first, List<AuditEntry> entries) throws SQLException {
        var next = first;
        for (var entry : entries) {
            next = bind(statement, next, entry);
        }
        return next;
    }

    private static int bind(PreparedStatement statement, int first, AuditEntry entry) throws SQLException {
        statement.setObject(first, entry.id());
        statement.setLong(first + 1, entry.atMicros());
        statement.setString(first + 2, entry.deed().act().word());
        bindAuthor(statement, first + 3, entry);
        bindDeed(statement, first + AUTHOR_END, entry.deed());
        return first + PARAMETERS;
    }

    private static void bindAuthor(PreparedStatement statement, int first, AuditEntry entry) throws SQLException {
        statement.setString(first, entry.author().role());
        statement.setString(first + 1, entry.author().key());
        statement.setObject(first + 2, entry.author().person(), Types.OTHER);
        statement.setString(first + 3, entry.author().address());
        statement.setString(first + 4, entry.salt());
        statement.setString(first + 5, entry.whoHash());
    }

    private static void bindDeed(PreparedStatement statement, int first, Deed deed) throws SQLException {
        statement.setObject(first, deed.subject(), Types.INTEGER);
        statement.setObject(first + 1, deed.births(), Types.OTHER);
        statement.setObject(first + 2, events(deed), Types.OTHER);
        statement.setString(first + 3, deed.facts());
    }

    /// As PostgreSQL writes an array.
    private static @Nullable String events(Deed deed) {
        return deed.events().isEmpty()
                ? null
                : deed.events().toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }
}
