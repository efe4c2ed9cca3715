package io.upline.bench.load.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.postgresql.PGConnection;

/// The ceiling D of registrations: plain JDBC that writes births, some a transaction, under the lock that orders
/// all writers. One connection, one thread.
public final class PlainInsert {
    /// Rows of one batch.
    static final int BATCH_ROWS = 64;

    private static final String LOCK = "SELECT seq, members FROM network FOR UPDATE";

    private static final String INSERT = """
            INSERT INTO member (number, seq, user_id, born_sponsor, born_parent, born_position,
                                sponsor, parent, position, joined_at, recorded_at)
            SELECT number, seq, user_id, sponsor, parent, position, sponsor, parent, position,
                   timestamptz 'epoch' + micros * interval '1 microsecond',
                   timestamptz 'epoch' + micros * interval '1 microsecond'
            FROM unnest(?::integer[], ?::bigint[], ?::uuid[], ?::integer[], ?::integer[], ?::integer[],
                        ?::bigint[])
                 AS born (number, seq, user_id, sponsor, parent, position, micros)
            """;

    private static final String COUNT = """
            UPDATE network
            SET seq = ?, members = ?, last_at = timestamptz 'epoch' + ? * interval '1 microsecond'
            """;

    private PlainInsert() {}

    /// Writes all births.
    ///
    /// @return rows a second
    public static double run(Connection connection, Births births) throws SQLException {
        connection.setAutoCommit(false);
        var rows = births.births();
        var started = System.nanoTime();
        for (int from = 0; from < rows.size(); from += BATCH_ROWS) {
            write(connection, rows.subList(from, Math.min(from + BATCH_ROWS, rows.size())));
        }
        return rows.size() / ((System.nanoTime() - started) / 1e9);
    }

    /// The driver keeps a statement prepared that has the same text.
    private static void write(Connection connection, List<Birth> batch) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK);
                var insert = connection.prepareStatement(INSERT);
                var count = connection.prepareStatement(COUNT)) {
            lock.executeQuery().close();
            bind(connection, insert, batch);
            insert.executeUpdate();
            bindLast(count, batch.getLast());
            count.executeUpdate();
            connection.commit();
        }
    }

    private static void bind(Connection connection, PreparedStatement insert, List<Birth> batch) throws SQLException {
        bindInts(connection, insert, 1, batch.stream().mapToInt(Birth::number));
        bindLongs(connection, insert, 2, batch.stream().mapToLong(Birth::seq));
        insert.setArray(
                3,
                connection.createArrayOf(
                        "uuid", batch.stream().map(Birth::userId).toArray()));
        bindInts(connection, insert, 4, batch.stream().mapToInt(Birth::sponsor));
        bindInts(connection, insert, 5, batch.stream().mapToInt(Birth::parent));
        bindInts(connection, insert, 6, batch.stream().mapToInt(Birth::position));
        bindLongs(connection, insert, 7, batch.stream().mapToLong(Birth::atMicros));
    }

    /// An array of primitives travels in binary form.
    private static void bindInts(Connection connection, PreparedStatement insert, int index, IntStream column)
            throws SQLException {
        insert.setArray(index, connection.unwrap(PGConnection.class).createArrayOf("int4", column.toArray()));
    }

    private static void bindLongs(Connection connection, PreparedStatement insert, int index, LongStream column)
            throws SQLException {
        insert.setArray(index, connection.unwrap(PGConnection.class).createArrayOf("int8", column.toArray()));
    }

    private static void bindLast(PreparedStatement count, Birth last) throws SQLException {
        count.setLong(1, last.seq());
        count.setInt(2, last.number());
        count.setLong(3, last.atMicros());
    }
}
