package io.upline.service.bonus.distribution.table;

import io.upline.service.bonus.distribution.event.BonusEvent;
import io.upline.service.bonus.distribution.event.OnceKey;
import io.upline.service.ledger.Amounts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/// The SQL of what may happen once only. One statement a method; the caller holds the transaction.
public final class OnceTable {
    private OnceTable() {}

    /// The events that were paid under `keys`.
    static Map<OnceKey, BonusEvent> read(Connection connection, Collection<OnceKey> keys) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT once.trigger_type, once.once_key, event.id, source.user_id, event.reference, event.amount,
                       event.currency, event.plan_version, event.as_of_seq,
                       (extract(epoch FROM event.created_at) * 1000000)::bigint AS created_at
                FROM unnest(?::text[], ?::text[]) AS asked (trigger_type, once_key)
                JOIN bonus_once AS once USING (trigger_type, once_key)
                JOIN bonus_event AS event ON event.id = once.event
                JOIN member AS source ON source.number = event.source
                """)) {
            select.setArray(
                    1, texts(connection, keys.stream().map(OnceKey::triggerType).toList()));
            select.setArray(2, texts(connection, keys.stream().map(OnceKey::key).toList()));
            try (var rows = select.executeQuery()) {
                var events = new HashMap<OnceKey, BonusEvent>();
                while (rows.next()) {
                    events.put(new OnceKey(rows.getString("trigger_type"), rows.getString("once_key")), event(rows));
                }
                return events;
            }
        }
    }

    /// The event in a row that names its columns as above.
    static BonusEvent event(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("amount");
        var currency = row.getString("currency");
        return new BonusEvent(
                row.getObject("id", UUID.class),
                row.getString("trigger_type"),
                row.getObject("user_id", UUID.class),
                row.getString("reference"),
                amount == null ? null : Amounts.of(amount, currency),
                currency,
                row.getInt("plan_version"),
                row.getLong("as_of_seq"),
                row.getLong("created_at"));
    }

    /// Takes keys for their events, in the keys' order, so that two batches never wait for each other. Waits for
    /// whoever is taking one of them.
    ///
    /// @return how many were free
    public static int take(Connection connection, SortedMap<OnceKey, UUID> keys) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO bonus_once (trigger_type, once_key, event)
                SELECT trigger_type, once_key, event
                FROM unnest(?::text[], ?::text[], ?::uuid[]) AS taken (trigger_type, once_key, event)
                ON CONFLICT (trigger_type, once_key) DO NOTHING
                """)) {
            insert.setArray(
                    1,
                    texts(
                            connection,
                            keys.keySet().stream().map(OnceKey::triggerType).toList()));
            insert.setArray(
                    2,
                    texts(connection, keys.keySet().stream().map(OnceKey::key).toList()));
            insert.setArray(3, connection.createArrayOf("uuid", keys.values().toArray()));
            return insert.executeUpdate();
        }
    }

    private static java.sql.Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
