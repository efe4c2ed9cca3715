package io.upline.bench.load.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Births that a load wrote, in their order.
public final class Births {
    private final List<Birth> births;

    private Births(List<Birth> births) {
        this.births = births;
    }

    /// The births after the first `members`, at most `limit` of them.
    public static Births after(Connection connection, int members, long limit) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT number, seq, user_id, born_sponsor, born_parent, born_position,
                       (extract(epoch FROM recorded_at) * 1000000)::bigint
                FROM member WHERE number > ? ORDER BY number LIMIT ?
                """)) {
            select.setInt(1, members);
            select.setLong(2, limit);
            return read(select);
        }
    }

    private static Births read(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var births = new ArrayList<Birth>();
            while (row.next()) {
                births.add(birth(row));
            }
            return new Births(births);
        }
    }

    private static Birth birth(ResultSet row) throws SQLException {
        return new Birth(
                row.getInt(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getLong(7));
    }

    /// How many members a database has.
    public static int members(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT members FROM network");
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /// How many transactions wrote the members after the first `members`: each has a time of its own.
    public static int batches(Connection connection, int members) throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT count(DISTINCT recorded_at) FROM member WHERE number > ?")) {
            select.setInt(1, members);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    List<Birth> births() {
        return births;
    }
}
