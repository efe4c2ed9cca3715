package io.upline.service.bonus.reversal;

import io.upline.service.ledger.Amounts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of reversals. One statement a method; the caller holds the transaction.
final class ReversalTable {
    private ReversalTable() {}

    /// A refund that was told before.
    ///
    /// @param part what was told; empty for all that was left
    record Told(UUID id, Optional<BigDecimal> part) {}

    /// What a reversal took of one bonus.
    ///
    /// @param from the account: `held`, `payable` or `owed`
    record Part(UUID bonus, UUID userId, BigDecimal amount, String from) {}

    /// The event that has this reference.
    static Optional<UUID> event(Connection connection, String triggerType, String reference) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT event FROM bonus_once WHERE trigger_type = ? AND once_key = 'reference:' || ?")) {
            select.setString(1, triggerType);
            select.setString(2, reference);
            return id(select);
        }
    }

    /// Locks an event, so that its refunds come one after the other.
    static boolean lock(Connection connection, UUID event) throws SQLException {
        try (var select = connection.prepareStatement("SELECT id FROM bonus_event WHERE id = ? FOR NO KEY UPDATE")) {
            select.setObject(1, event);
            return id(select).isPresent();
        }
    }

    private static Optional<UUID> id(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    /// A locked event.
    static RefundedEvent read(Connection connection, UUID event) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT event.id, event.trigger_type, event.reference, event.source, event.amount, event.currency,
                       coalesce((SELECT sum(amount) FROM reversal WHERE reversal.event = event.id), 0) AS refunded,
                       (SELECT id FROM reversal WHERE reversal.event = event.id
                        ORDER BY recorded_at DESC, id DESC LIMIT 1) AS last
                FROM bonus_event AS event
                WHERE event.id = ?
                """)) {
            select.setObject(1, event);
            try (var row = select.executeQuery()) {
                row.next();
                return event(row);
            }
        }
    }

    private static RefundedEvent event(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new RefundedEvent(
                row.getObject("id", UUID.class),
                row.getString("trigger_type"),
                row.getString("reference"),
                row.getInt("source"),
                amount(row, currency),
                currency,
                Amounts.of(row.getBigDecimal("refunded"), currency),
                Optional.ofNullable(row.getObject("last", UUID.class)));
    }

    private static @Nullable BigDecimal amount(ResultSet row, String currency) throws SQLException {
        var stored = row.getBigDecimal("amount");
        return stored == null ? null : Amounts.of(stored, currency);
    }

    /// The refund of that reference.
    static Optional<Told> told(Connection connection, RefundedEvent event, String reference) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT id, CASE WHEN NOT whole THEN amount END AS amount
                FROM reversal
                WHERE event = ? AND reference = ?
                """)) {
            select.setObject(1, event.id());
            select.setString(2, reference);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Told(
                                row.getObject("id", UUID.class), Optional.ofNullable(amount(row, event.currency()))))
                        : Optional.empty();
            }
        }
    }

    /// The refunds of an event, the newest last.
    static List<RecordedRefund> ofEvent(Connection connection, UUID event) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT reversal.id, reversal.reference, reversal.amount, reversal.reason, event.currency,
                       (extract(epoch FROM reversal.recorded_at) * 1000000)::bigint AS recorded_at
                FROM reversal JOIN bonus_event AS event ON event.id = reversal.event
                WHERE event.id = ?
                ORDER BY reversal.recorded_at, reversal.id
                """)) {
            select.setObject(1, event);
            try (var rows = select.executeQuery()) {
                var refunds = new ArrayList<RecordedRefund>();
                while (rows.next()) {
                    refunds.add(refund(rows));
                }
                return refunds;
            }
        }
    }

    private static RecordedRefund refund(ResultSet row) throws SQLException {
        return new RecordedRefund(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                amount(row, row.getString("currency")),
                row.getString("reason"),
                row.getLong("recorded_at"));
    }

    /// Writes a reversal.
    ///
    /// @param amount null where the event has none
    static void add(
            Connection connection, UUID id, RefundedEvent event, @Nullable BigDecimal amount, RefundRequest request)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO reversal (id, event, reference, amount, whole, reason, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, clock_timestamp())
                """)) {
            insert.setObject(1, id);
            insert.setObject(2, event.id());
            insert.setString(3, request.reference().orElse(null));
            insert.setBigDecimal(4, amount);
            insert.setBoolean(5, request.amount().isEmpty());
            insert.setString(6, request.reason().orElse(null));
            insert.executeUpdate();
        }
    }

    /// What a reversal took, in the order of the bonuses.
    static List<Part> parts(Connection connection, RefundedEvent event, UUID reversal) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT bonus.id, earner.user_id, posting.amount, posting.from_account
                FROM bonus
                JOIN posting ON posting.bonus = bonus.id
                JOIN member AS earner ON earner.number = bonus.earner
                WHERE bonus.event = ? AND posting.reversal = ?
                ORDER BY bonus.id
                """)) {
            select.setObject(1, event.id());
            select.setObject(2, reversal);
            try (var rows = select.executeQuery()) {
                var parts = new ArrayList<Part>();
                while (rows.next()) {
                    parts.add(new Part(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            Amounts.of(rows.getBigDecimal(3), event.currency()),
                            rows.getString(4)));
                }
                return parts;
            }
        }
    }
}
