package io.upline.service.bonus.why;

import io.upline.service.bonus.why.LineThen.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The SQL that reads a line as it stood at a place in the log. One statement a method; the caller holds the
/// transaction.
final class LineTable {
    /// More than a rule has levels, and than anybody reads; a longer line of suspended members is cut.
    static final int MAX_STEPS = 1_000;

    /// ABOVE is the column of the line. Whoever was moved later stood before the first of those moves where that one
    /// says that they came from.
    private static final String SELECT = """
            WITH RECURSIVE asked AS (
              SELECT bonus.source, bonus.earner, event.as_of_seq AS seq
              FROM bonus JOIN bonus_event AS event ON event.id = bonus.event
              WHERE bonus.id = ?
            ), line (number, steps) AS (
              SELECT source, 0 FROM asked
              UNION ALL
              SELECT above.number, line.steps + 1
              FROM line, asked, LATERAL (
                SELECT CASE WHEN later.seq IS NULL THEN below.ABOVE ELSE later.previous_ABOVE END AS number
                FROM member AS below
                LEFT JOIN LATERAL (
                  SELECT change.seq, change.previous_ABOVE
                  FROM member_change AS change
                  WHERE change.member = below.number AND change.seq > asked.seq AND change.ABOVE IS NOT NULL
                  ORDER BY change.seq
                  LIMIT 1) AS later ON true
                WHERE below.number = line.number) AS above
              WHERE above.number IS NOT NULL AND line.number <> asked.earner AND line.steps < ?
            )
            SELECT line.steps, ancestor.user_id, line.number = asked.earner AS is_earner,
                   coalesce((SELECT change.kind = 'suspended'
                             FROM member_change AS change
                             WHERE change.member = line.number AND change.seq <= asked.seq
                               AND change.kind IN ('suspended', 'reinstated')
                             ORDER BY change.seq DESC
                             LIMIT 1), false) AS suspended
            FROM line
            JOIN member AS ancestor ON ancestor.number = line.number
            CROSS JOIN asked
            WHERE line.steps > 0
            ORDER BY line.steps
            """;

    private LineTable() {}

    /// Who stood on the line of a bonus, from above the source up to the earner, when its event was paid.
    /// O(steps between them).
    ///
    /// @param line `placement` or `sponsor`
    static List<Standing> read(Connection connection, UUID bonus, String line) throws SQLException {
        try (var select = connection.prepareStatement(SELECT.replace("ABOVE", column(line)))) {
            select.setObject(1, bonus);
            select.setInt(2, MAX_STEPS);
            try (var rows = select.executeQuery()) {
                var standings = new ArrayList<Standing>();
                while (rows.next()) {
                    standings.add(new Standing(
                            rows.getObject("user_id", UUID.class),
                            rows.getInt("steps"),
                            rows.getBoolean("suspended"),
                            rows.getBoolean("is_earner")));
                }
                return standings;
            }
        }
    }

    private static String column(String line) {
        return line.equals("sponsor") ? "sponsor" : "parent";
    }
}
