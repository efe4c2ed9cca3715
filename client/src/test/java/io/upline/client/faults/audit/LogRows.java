package io.upline.client.faults.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log as the database has it, and what stands in `member` now.
///
/// @param seq the counter
/// @param members the counter of births
/// @param entries in order
/// @param standings in order of birth
record LogRows(long seq, int members, int width, List<Entry> entries, List<Standing> standings) {

    /// A birth or a change, with ids in place of numbers.
    ///
    /// @param member empty when it concerns the whole network
    /// @param sponsor empty for a root, and where it stays
    /// @param parent empty for a root, and where it stays
    /// @param recordedMicros when the log learned of it
    /// @param reason why; empty for a birth
    record Entry(
            long seq,
            String kind,
            String member,
            String sponsor,
            String parent,
            int position,
            String reason,
            long recordedMicros) {
        boolean isBirth() {
            return kind.equals("born");
        }

        @Nullable
        String parentOrNull() {
            return parent.isEmpty() ? null : parent;
        }
    }

    /// A row of `member`.
    record Standing(int number, String id, String sponsor, String parent, int position, boolean suspended) {}

    static LogRows read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            var entries = entries(connection);
            var standings = standings(connection);
            try (var row = statement.executeQuery("SELECT seq, members, width FROM network")) {
                row.next();
                return new LogRows(row.getLong(1), row.getInt(2), row.getInt(3), entries, standings);
            } finally {
                statement.execute("COMMIT");
            }
        }
    }

    List<Entry> births() {
        return entries.stream().filter(Entry::isBirth).toList();
    }

    private static List<Entry> entries(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT e.seq, e.kind, coalesce(m.user_id::text, ''), coalesce(s.user_id::text, ''),
                       coalesce(p.user_id::text, ''), coalesce(e.position, 0), coalesce(e.reason, ''),
                       (extract(epoch FROM e.recorded_at) * 1000000)::bigint
                FROM log_entry e
                LEFT JOIN member m ON m.number = e.member
                LEFT JOIN member s ON s.number = e.sponsor
                LEFT JOIN member p ON p.number = e.parent
                ORDER BY e.seq
                """);
                var rows = select.executeQuery()) {
            var entries = new ArrayList<Entry>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getLong(8));
    }

    private static List<Standing> standings(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT m.number, m.user_id::text, coalesce(s.user_id::text, ''), coalesce(p.user_id::text, ''),
                       coalesce(m.position, 0), m.suspended
                FROM member m
                LEFT JOIN member s ON s.number = m.sponsor
                LEFT JOIN member p ON p.number = m.parent
                ORDER BY m.seq
                """);
                var rows = select.executeQuery()) {
            var standings = new ArrayList<Standing>();
            while (rows.next()) {
                standings.add(new Standing(
                        rows.getInt(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getInt(5),
                        rows.getBoolean(6)));
            }
            return standings;
        }
    }
}
