package io.upline.bench.load.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What bonus triggers wrote: for each an event, the key under which it happens once, its bonuses, and a posting of
/// each; and the
/// ceiling D of triggers: plain JDBC that writes the same rows again. One connection, one thread.
public final class TriggerRows {
    /// Triggers of one batch.
    static final int BATCH_TRIGGERS = 64;

    private final List<TableRows> tables;
    private final int triggers;
    private final int batches;

    private TriggerRows(List<TableRows> tables, int triggers, int batches) {
        this.tables = tables;
        this.triggers = triggers;
        this.batches = batches;
    }

    /// Everything that was written, in the order in which it happened.
    ///
    /// @throws IllegalStateException when a trigger did not pay exactly [Seed#PAID_LEVELS] bonuses
    public static TriggerRows all(Connection connection) throws SQLException {
        var events = events(connection);
        var once = once(connection);
        var bonuses = bonuses(connection);
        var postings = postings(connection);
        var triggers = events.size();
        if (once.size() != triggers
                || bonuses.size() != triggers * Seed.PAID_LEVELS
                || postings.size() != bonuses.size()) {
            throw new IllegalStateException(
                    "%d triggers wrote %d keys, %d bonuses and %d postings; each should write 1, %d and as many."
                            .formatted(triggers, once.size(), bonuses.size(), postings.size(), Seed.PAID_LEVELS));
        }
        return new TriggerRows(List.of(events, once, bonuses, postings), triggers, batches(connection));
    }

    private static TableRows events(Connection connection) throws SQLException {
        return TableRows.read(connection, 1, """
                SELECT id, trigger_type, source, reference, currency, plan_version, as_of_seq, created_at::text
                FROM bonus_event ORDER BY id
                """, """
                INSERT INTO bonus_event (id, trigger_type, source, reference, currency, plan_version, as_of_seq,
                                         created_at)
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::integer[],
                                     ?::bigint[], ?::timestamptz[])
                """);
    }

    private static TableRows once(Connection connection) throws SQLException {
        return TableRows.read(connection, 1, """
                SELECT trigger_type, once_key, event FROM bonus_once ORDER BY event
                """, """
                INSERT INTO bonus_once (trigger_type, once_key, event)
                SELECT * FROM unnest(?::text[], ?::text[], ?::uuid[])
                """);
    }

    private static TableRows bonuses(Connection connection) throws SQLException {
        return TableRows.read(connection, Seed.PAID_LEVELS, """
                SELECT id, event, earner, source, level, rule, line, amount, currency, created_at::text
                FROM bonus ORDER BY event, id
                """, """
                INSERT INTO bonus (id, event, earner, source, level, rule, line, amount, currency, created_at)
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::integer[], ?::integer[], ?::integer[], ?::text[],
                                     ?::text[], ?::numeric[], ?::text[], ?::timestamptz[])
                """);
    }

    private static TableRows postings(Connection connection) throws SQLException {
        return TableRows.read(connection, Seed.PAID_LEVELS, """
                SELECT kind, from_account, to_account, to_member, bonus_type, amount, currency, bonus, posted_at::text
                FROM posting ORDER BY id
                """, """
                INSERT INTO posting (kind, from_account, to_account, to_member, bonus_type, amount, currency, bonus,
                                     posted_at)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::numeric[], ?::text[],
                                     ?::uuid[], ?::timestamptz[])
                """);
    }

    private static int batches(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT count(DISTINCT created_at) FROM bonus_event");
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /// How many transactions of the service wrote them: each has a time of its own.
    public int batches() {
        return batches;
    }

    /// How many triggers there are.
    public int triggers() {
        return triggers;
    }

    /// Writes the rows of the triggers from one to another, counted from 0, [#BATCH_TRIGGERS] a transaction.
    ///
    /// @return triggers a second
    public double insert(Connection connection, int from, int to) throws SQLException {
        connection.setAutoCommit(false);
        var started = System.nanoTime();
        for (int first = from; first < to; first += BATCH_TRIGGERS) {
            for (var table : tables) {
                table.insert(connection, first, Math.min(first + BATCH_TRIGGERS, to));
            }
            connection.commit();
        }
        return (to - from) / ((System.nanoTime() - started) / 1e9);
    }
}
