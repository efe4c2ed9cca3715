package io.upline.client.faults.audit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What was paid, as the database has it.
///
/// @param events by id
record BonusRows(Map<String, Event> events) {

    /// An event and what it paid.
    ///
    /// @param onceKey the reference, or for a referral the source
    /// @param asOf the entry of the log up to which the network was as it was paid
    /// @param amount 0 where the event has none
    /// @param bonuses as `earner amount`, nearest first
    record Event(
            String id,
            String trigger,
            String onceKey,
            String source,
            long asOf,
            BigDecimal amount,
            int planVersion,
            List<String> bonuses) {}

    static BonusRows read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT e.id, e.trigger_type, coalesce(e.reference, s.user_id::text), s.user_id, p.user_id, b.amount, e.as_of_seq,
                       coalesce(e.amount, 0), e.plan_version
                FROM bonus_event e
                JOIN member s ON s.number = e.source
                LEFT JOIN bonus b ON b.event = e.id
                LEFT JOIN member p ON p.number = b.earner
                ORDER BY e.id, b.level, b.id
                """);
                var rows = select.executeQuery()) {
            SequencedMap<String, Event> events = new TreeMap<>();
            while (rows.next()) {
                take(rows, events);
            }
            return new BonusRows(events);
        }
    }

    private static void take(ResultSet row, Map<String, Event> events) throws SQLException {
        var event = new Event(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(7),
                row.getBigDecimal(8),
                row.getInt(9),
                new ArrayList<>());
        var earner = row.getString(5);
        events.putIfAbsent(event.id, event);
        if (earner != null) {
            events.getOrDefault(event.id, event).bonuses.add(text(earner, row.getBigDecimal(6)));
        }
    }

    static String text(String earner, BigDecimal amount) {
        return earner + " " + amount.stripTrailingZeros().toPlainString();
    }
}
