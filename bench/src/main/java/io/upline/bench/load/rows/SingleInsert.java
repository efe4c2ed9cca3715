package io.upline.bench.load.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// What a registration of one client alone is compared with: BEGIN, a single-row INSERT, COMMIT, by plain JDBC.
public final class SingleInsert {
    private static final double NANOS_PER_MILLI = 1e6;

    private static final String INSERT = """
            INSERT INTO member (number, seq, user_id, born_sponsor, born_parent, born_position,
                                sponsor, parent, position, joined_at, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private SingleInsert() {}

    /// Writes all births, each in a transaction of its own.
    ///
    /// @return the median time of one, in ms
    public static double run(Connection connection, Births births) throws SQLException {
        connection.setAutoCommit(false);
        var nanos = new long[births.births().size()];
        try (var insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < nanos.length; i++) {
                var started = System.nanoTime();
                bind(insert, births.births().get(i));
                insert.executeUpdate();
                connection.commit();
                nanos[i] = System.nanoTime() - started;
            }
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / NANOS_PER_MILLI;
    }

    private static void bind(PreparedStatement insert, Birth birth) throws SQLException {
        var at = Instant.EPOCH.plus(birth.atMicros(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        insert.setInt(1, birth.number());
        insert.setLong(2, birth.seq());
        insert.setObject(3, birth.userId());
        for (int born = 4; born <= 7; born += 3) {
            insert.setInt(born, birth.sponsor());
            insert.setInt(born + 1, birth.parent());
            insert.setInt(born + 2, birth.position());
        }
        insert.setObject(10, at);
        insert.setObject(11, at);
    }
}
