package io.upline.service.bonus.life;

import io.upline.engine.ledger.BonusLife;
import io.upline.engine.ledger.BonusState;
import io.upline.service.ledger.Amounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL that locks bonuses for a step, in the order of their ids. One statement a method; the caller holds the
/// transaction.
public final class LifeTable {
    private static final String SELECT = """
            SELECT bonus.id, bonus.earner, bonus.amount, bonus.reversed, bonus.currency, bonus.status,
                   event.trigger_type,
                   (extract(epoch FROM bonus.created_at) * 1000000)::bigint AS created_at,
                   (extract(epoch FROM bonus.held_until) * 1000000)::bigint AS held_until,
                   (extract(epoch FROM bonus.paid_at) * 1000000)::bigint AS paid_at
            FROM bonus JOIN bonus_event AS event ON event.id = bonus.event
            WHERE %s
            """;

    private LifeTable() {}

    /// Locks one.
    public static Optional<StoredBonus> lock(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement(SELECT.formatted("bonus.id = ? FOR UPDATE OF bonus"))) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    /// Locks those of one event.
    public static List<StoredBonus> lockOfEvent(Connection connection, UUID event) throws SQLException {
        try (var select = connection.prepareStatement(
                SELECT.formatted("bonus.event = ? ORDER BY bonus.id FOR UPDATE OF bonus"))) {
            select.setObject(1, event);
            return read(select);
        }
    }

    /// Locks the next that are to be paid.
    ///
    /// @param after only later ones
    /// @param before only earlier ones
    /// @param limit the most
    public static List<StoredBonus> lockPayable(Connection connection, UUID after, UUID before, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(SELECT.formatted("""
                bonus.status = 'pending' AND bonus.id > ? AND bonus.id < ?
                ORDER BY bonus.id LIMIT ? FOR UPDATE OF bonus"""))) {
            select.setObject(1, after);
            select.setObject(2, before);
            select.setInt(3, limit);
            return read(select);
        }
    }

    /// Locks some that were held long enough, except for those that somebody else has locked.
    ///
    /// @param limit the most
    static List<StoredBonus> lockDue(Connection connection, long nowMicros, int limit) throws SQLException {
        try (var select = connection.prepareStatement(SELECT.formatted("""
                bonus.status = 'held' AND bonus.held_until <= timestamptz 'epoch' + ? * interval '1 microsecond'
                ORDER BY bonus.held_until LIMIT ? FOR UPDATE OF bonus SKIP LOCKED"""))) {
            select.setLong(1, nowMicros);
            select.setInt(2, limit);
            return read(select);
        }
    }

    /// How many are to be paid, or were held long enough.
    public static long payable(Connection connection, long nowMicros) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT (SELECT count(*) FROM bonus WHERE status = 'pending')
                     + (SELECT count(*) FROM bonus
                        WHERE status = 'held' AND held_until <= timestamptz 'epoch' + ? * interval '1 microsecond')
                """)) {
            select.setLong(1, nowMicros);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// How many are held.
    public static long held(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT count(*) FROM bonus WHERE status = 'held'");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<StoredBonus> read(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var bonuses = new ArrayList<StoredBonus>();
            while (rows.next()) {
                bonuses.add(bonus(rows));
            }
            return bonuses;
        }
    }

    private static StoredBonus bonus(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new StoredBonus(
                row.getObject("id", UUID.class),
                new BonusLife(
                        row.getString("trigger_type"),
                        row.getInt("earner"),
                        Amounts.money(row.getBigDecimal("amount"), currency),
                        Amounts.money(row.getBigDecimal("reversed"), currency),
                        state(row)),
                row.getLong("created_at"));
    }

    private static BonusState state(ResultSet row) throws SQLException {
        return switch (row.getString("status")) {
            case "held" -> new BonusState.Held(row.getLong("held_until"));
            case "pending" -> new BonusState.Payable();
            case "paid" -> new BonusState.Paid(row.getLong("paid_at"));
            default -> new BonusState.Reversed();
        };
    }
}
