package io.upline.service.adjustment;

import io.upline.engine.ledger.Adjustment;
import io.upline.engine.ledger.Adjustment.Direction;
import io.upline.service.ledger.Amounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// The SQL of adjustments. One statement a method; the caller holds the transaction.
public final class AdjustmentTable {
    private static final String SELECT = """
            SELECT adjustment.id, member.user_id, adjustment.kind, adjustment.member, adjustment.amount,
                   adjustment.currency, adjustment.reason, adjustment.status, adjustment.asked_key,
                   adjustment.asked_person,
                   (extract(epoch FROM adjustment.recorded_at) * 1000000)::bigint AS recorded_at,
                   (extract(epoch FROM adjustment.decided_at) * 1000000)::bigint AS decided_at
            FROM adjustment JOIN member ON member.number = adjustment.member
            WHERE %s
            """;

    private AdjustmentTable() {}

    /// Which adjustments, newest first.
    ///
    /// @param member the number of the member whom they are about; empty for everybody
    /// @param before only older ones than this; empty for the first page
    /// @param limit the most
    public record Query(Optional<AdjustmentStatus> status, OptionalInt member, Optional<UUID> before, int limit) {}

    /// Those that a query asks for.
    public static List<StoredAdjustment> list(Connection connection, Query query) throws SQLException {
        var sql = SELECT.formatted(conditions(query) + " ORDER BY adjustment.id DESC LIMIT ?");
        try (var select = connection.prepareStatement(sql)) {
            bind(select, query);
            return read(select);
        }
    }

    /// The status is a literal, so that the partial indexes are seen to fit.
    private static String conditions(Query query) {
        return query.status()
                        .map(status -> "status = '%s'".formatted(status.word()))
                        .orElse("true")
                + (query.member().isPresent() ? " AND adjustment.member = ?" : "")
                + (query.before().isPresent() ? " AND adjustment.id < ?" : "");
    }

    private static void bind(PreparedStatement select, Query query) throws SQLException {
        int parameter = 1;
        if (query.member().isPresent()) {
            select.setInt(parameter++, query.member().getAsInt());
        }
        if (query.before().isPresent()) {
            select.setObject(parameter++, query.before().get());
        }
        select.setInt(parameter, query.limit());
    }

    /// The adjustment of that id.
    public static Optional<StoredAdjustment> find(Connection connection, UUID id) throws SQLException {
        return find(connection, id, "");
    }

    /// The same, locked: whoever decides comes one after the other.
    static Optional<StoredAdjustment> lock(Connection connection, UUID id) throws SQLException {
        return find(connection, id, " FOR UPDATE OF adjustment");
    }

    private static Optional<StoredAdjustment> find(Connection connection, UUID id, String locking) throws SQLException {
        try (var select = connection.prepareStatement(SELECT.formatted("adjustment.id = ?" + locking))) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    /// Writes a new one.
    ///
    /// @param asker kept only where it waits
    static void add(
            Connection connection,
            UUID id,
            Adjustment adjustment,
            String reason,
            AdjustmentStatus status,
            Asker asker,
            long atMicros)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO adjustment (id, member, kind, amount, currency, reason, status, asked_key, asked_person,
                                        recorded_at, decided_at)
                SELECT ?, ?, ?, ?, ?, ?, status, CASE status WHEN 'waiting' THEN ? END,
                       CASE status WHEN 'waiting' THEN ?::uuid END, at, CASE status WHEN 'waiting' THEN NULL ELSE at END
                FROM (VALUES (?, timestamptz 'epoch' + ? * interval '1 microsecond')) AS now (status, at)
                """)) {
            insert.setObject(1, id);
            insert.setInt(2, adjustment.member());
            insert.setString(3, AdjustmentRequest.word(adjustment.direction()));
            insert.setBigDecimal(4, adjustment.amount().amount());
            insert.setString(5, adjustment.amount().currency().code());
            insert.setString(6, reason);
            insert.setString(7, asker.key());
            insert.setObject(8, asker.person());
            insert.setString(9, status.word());
            insert.setLong(10, atMicros);
            insert.executeUpdate();
        }
    }

    /// Writes what was decided about one that waits; who asked for it is in the audit, and here no longer.
    static void decide(Connection connection, UUID id, AdjustmentStatus status, long atMicros) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE adjustment
                SET status = ?, decided_at = timestamptz 'epoch' + ? * interval '1 microsecond',
                    asked_key = NULL, asked_person = NULL
                WHERE id = ?
                """)) {
            update.setString(1, status.word());
            update.setLong(2, atMicros);
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    private static List<StoredAdjustment> read(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var adjustments = new ArrayList<StoredAdjustment>();
            while (rows.next()) {
                adjustments.add(adjustment(rows));
            }
            return adjustments;
        }
    }

    private static StoredAdjustment adjustment(ResultSet row) throws SQLException {
        return new StoredAdjustment(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                what(row),
                row.getString("reason"),
                AdjustmentStatus.of(row.getString("status")).orElseThrow(),
                new Asker(row.getString("asked_key"), row.getObject("asked_person", UUID.class)),
                row.getLong("recorded_at"),
                row.getObject("decided_at", Long.class));
    }

    private static Adjustment what(ResultSet row) throws SQLException {
        return new Adjustment(
                Direction.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getInt("member"),
                Amounts.money(row.getBigDecimal("amount"), row.getString("currency")));
    }
}
