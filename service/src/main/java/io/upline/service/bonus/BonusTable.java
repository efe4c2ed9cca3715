package io.upline.service.bonus;

import io.upline.service.ledger.Amounts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL that reads bonuses. One statement a method; the caller holds the transaction.
public final class BonusTable {
    private static final String SELECT = """
            SELECT bonus.id, earner.user_id AS user_id, source.user_id AS source_user_id, bonus.level, bonus.amount,
                   bonus.reversed, event.trigger_type, bonus.status,
                   (extract(epoch FROM bonus.created_at) * 1000000)::bigint AS created_at,
                   (extract(epoch FROM bonus.held_until) * 1000000)::bigint AS held_until,
                   (extract(epoch FROM bonus.paid_at) * 1000000)::bigint AS paid_at,
                   bonus.event, bonus.rule, bonus.line, bonus.base, bonus.rate, bonus.currency, event.plan_version
            FROM %s AS bonus
            JOIN bonus_event AS event ON event.id = bonus.event
            JOIN member AS earner ON earner.number = bonus.earner
            JOIN member AS source ON source.number = bonus.source
            ORDER BY bonus.id %s
            """;

    private BonusTable() {}

    /// What somebody earned in one currency.
    ///
    /// @param count of the bonuses, without those that were taken back as a whole
    public record Total(String currency, BigDecimal amount, long count) {}

    /// A page of what the query asks for.
    public static BonusPage page(Connection connection, BonusQuery query) throws SQLException {
        var conditions = Conditions.of(query);
        // The page is cut before the joins: nothing is looked up that isn't shown.
        var page = "(SELECT * FROM bonus WHERE %s ORDER BY id DESC LIMIT ?)".formatted(conditions.sql());
        try (var select = connection.prepareStatement(SELECT.formatted(page, "DESC"))) {
            select.setInt(conditions.bind(select), query.limit() + 1);
            var bonuses = read(select);
            return bonuses.size() > query.limit()
                    ? new BonusPage(bonuses.subList(0, query.limit()), true)
                    : new BonusPage(bonuses, false);
        }
    }

    /// What the query's bonuses come to in all, without what was taken back of them, whatever its limit; each
    /// currency on its own.
    public static List<Total> totals(Connection connection, BonusQuery query) throws SQLException {
        var conditions = Conditions.of(query);
        try (var select = connection.prepareStatement("""
                SELECT currency, sum(amount - reversed), count(*) FILTER (WHERE status <> 'reversed')
                FROM bonus WHERE %s GROUP BY currency ORDER BY currency
                """.formatted(conditions.sql()))) {
            conditions.bind(select);
            try (var rows = select.executeQuery()) {
                var totals = new ArrayList<Total>();
                while (rows.next()) {
                    var currency = rows.getString(1);
                    totals.add(new Total(currency, Amounts.of(rows.getBigDecimal(2), currency), rows.getLong(3)));
                }
                return totals;
            }
        }
    }

    /// The bonuses of some events, in the order in which they were made.
    public static List<Bonus> ofEvents(Connection connection, Collection<UUID> events) throws SQLException {
        try (var select =
                connection.prepareStatement(SELECT.formatted("(SELECT * FROM bonus WHERE event = ANY (?))", "ASC"))) {
            select.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            return read(select);
        }
    }

    /// The bonus of that id.
    public static Optional<Bonus> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement(SELECT.formatted("(SELECT * FROM bonus WHERE id = ?)", "ASC"))) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    /// Whether a user earned the bonus of that id; false when there is none.
    public static boolean isEarnedBy(Connection connection, UUID id, UUID userId) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT EXISTS (SELECT FROM bonus
                               WHERE id = ? AND earner = (SELECT number FROM member WHERE user_id = ?))
                """)) {
            select.setObject(1, id);
            select.setObject(2, userId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static List<Bonus> read(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var bonuses = new ArrayList<Bonus>();
            while (rows.next()) {
                bonuses.add(bonus(rows));
            }
            return bonuses;
        }
    }

    private static Bonus bonus(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var base = row.getBigDecimal("base");
        return new Bonus(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("source_user_id", UUID.class),
                row.getInt("level"),
                Amounts.of(row.getBigDecimal("amount"), currency),
                row.getString("trigger_type"),
                Amounts.of(row.getBigDecimal("reversed"), currency),
                BonusStatus.ofStored(row.getString("status")),
                row.getLong("created_at"),
                row.getObject("held_until", Long.class),
                row.getObject("paid_at", Long.class),
                row.getObject("event", UUID.class),
                row.getString("rule"),
                row.getString("line"),
                base == null ? null : Amounts.of(base, currency),
                rate(row.getBigDecimal("rate")),
                currency,
                row.getInt("plan_version"));
    }

    private static @Nullable BigDecimal rate(@Nullable BigDecimal stored) {
        if (stored == null) {
            return null;
        }
        var exact = stored.stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
