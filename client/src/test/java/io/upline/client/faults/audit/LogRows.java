package io.upline.client.faults.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The log as the database has it.
///
/// @param seq the counter
/// @param members the counter of births
/// @param births in order of `seq`
/// @param changes the places in the log that are no births, in order
record LogRows(long seq, int members, int width, List<Birth> births, List<Long> changes) {

    /// A row of `member`, with ids in place of numbers.
    ///
    /// @param sponsor empty for a root
    /// @param recordedMicros when the log learned of it
    record Birth(
            long seq,
            int number,
            String id,
            String sponsor,
            @Nullable String parent,
            int position,
            long recordedMicros) {}

    static LogRows read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            var births = births(connection);
            var changes = changes(connection);
            try (var row = statement.executeQuery("SELECT seq, members, width FROM network")) {
                row.next();
                return new LogRows(row.getLong(1), row.getInt(2), row.getInt(3), births, changes);
            } finally {
                statement.execute("COMMIT");
            }
        }
    }

    private static List<Birth> births(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT m.seq, m.number, m.user_id, s.user_id, p.user_id, coalesce(m.born_position, 0),
                       (extract(epoch FROM m.recorded_at) * 1000000)::bigint
                FROM member m
                LEFT JOIN member s ON s.number = m.born_sponsor
                LEFT JOIN member p ON p.number = m.born_parent
                ORDER BY m.seq
                """);
                var rows = select.executeQuery()) {
            var births = new ArrayList<Birth>();
            while (rows.next()) {
                births.add(birth(rows));
            }
            return births;
        }
    }

    private static Birth birth(ResultSet row) throws SQLException {
        var sponsor = row.getObject(4, UUID.class);
        var parent = row.getObject(5, UUID.class);
        return new Birth(
                row.getLong(1),
                row.getInt(2),
                row.getObject(3, UUID.class).toString(),
                sponsor == null ? "" : sponsor.toString(),
                parent == null ? null : parent.toString(),
                row.getInt(6),
                row.getLong(7));
    }

    private static List<Long> changes(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT seq FROM member_change ORDER BY seq");
                var rows = select.executeQuery()) {
            var changes = new ArrayList<Long>();
            while (rows.next()) {
                changes.add(rows.getLong(1));
            }
            return changes;
        }
    }
}
