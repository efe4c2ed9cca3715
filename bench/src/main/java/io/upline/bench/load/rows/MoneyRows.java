package io.upline.bench.load.rows;

import java.sql.Connection;
import java.sql.SQLException;

/// Fills a network with money, by statements that the database works out alone: events of four bonuses each, posted
/// as the service does, the older ones paid.
public final class MoneyRows {
    /// Of so many bonuses, one is earned by the first member; the others by anybody.
    private static final int ONE_OF_FIRST = 190;

    private static final String EVENTS = """
            INSERT INTO bonus_event (id, trigger_type, source, currency, plan_version, as_of_seq, created_at)
            SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'purchase',
                   1 + (n * 7919) % network.members, 'USD', plan.version, network.seq,
                   timestamptz '2024-06-10T00:00:00Z' + n * interval '1 millisecond'
            FROM network, (SELECT max(version) AS version FROM plan) AS plan, generate_series(0, ? - 1) AS n
            """;

    /// The first are paid.
    private static final String BONUSES = """
            INSERT INTO bonus (id, event, earner, source, level, rule, line, amount, currency, status, created_at, paid_at)
            SELECT ('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, event.id,
                   CASE WHEN n % ? = 0 THEN 1 ELSE 1 + (n * 104729) % network.members END, event.source, 1 + n % 4,
                   'purchase', 'placement', (ARRAY[10, 5, 2, 1])[1 + n % 4], 'USD',
                   CASE WHEN n < ? THEN 'paid' ELSE 'pending' END, event.created_at,
                   CASE WHEN n < ? THEN event.created_at END
            FROM network, generate_series(0, ? - 1) AS n
            JOIN bonus_event AS event ON event.id = ('01900000-0000-7000-8000-' || lpad(to_hex(n / 4), 12, '0'))::uuid
            """;

    private static final String EARNED = """
            INSERT INTO posting (kind, from_account, to_account, to_member, bonus_type, amount, currency, bonus, posted_at)
            SELECT 'earned', 'expense', 'payable', earner, 'purchase', amount, currency, id, created_at FROM bonus
            """;

    private static final String PAID = """
            INSERT INTO posting (kind, from_account, from_member, to_account, to_member, amount, currency, bonus, posted_at)
            SELECT 'paid', 'payable', earner, 'paid_out', earner, amount, currency, id, paid_at FROM bonus
            WHERE status = 'paid'
            """;

    private final Connection connection;

    private MoneyRows(Connection connection) {
        this.connection = connection;
    }

    /// Writes the rows.
    ///
    /// @param bonuses in all; a multiple of four
    /// @param paid of these
    public static void fill(Connection connection, long bonuses, long paid) throws SQLException {
        var rows = new MoneyRows(connection);
        connection.setAutoCommit(false);
        // All that is named is there, and so much checking takes its time.
        rows.triggers("DISABLE");
        rows.run(EVENTS, bonuses / Seed.PAID_LEVELS);
        rows.run(BONUSES, ONE_OF_FIRST, paid, paid, bonuses);
        rows.run(EARNED);
        rows.run(PAID);
        rows.triggers("ENABLE");
        connection.commit();
        connection.setAutoCommit(true);
        rows.execute("VACUUM (FREEZE, ANALYZE) bonus_event");
        rows.execute("VACUUM (FREEZE, ANALYZE) bonus");
        rows.execute("VACUUM (FREEZE, ANALYZE) posting");
        rows.execute("CHECKPOINT");
    }

    private void triggers(String what) throws SQLException {
        for (var table : new String[] {"bonus_event", "bonus", "posting"}) {
            execute("ALTER TABLE " + table + " " + what + " TRIGGER ALL");
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private void run(String insert, long... values) throws SQLException {
        try (var statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /// Postings that the kept balances don't have yet.
    public static long notKept(Connection connection) throws SQLException {
        return count(connection, "SELECT max(id) - (SELECT upto FROM ledger) FROM posting");
    }

    /// Bonuses that are not paid.
    public static long unpaid(Connection connection) throws SQLException {
        return count(connection, "SELECT count(*) FROM bonus WHERE status = 'pending'");
    }

    private static long count(Connection connection, String select) throws SQLException {
        try (var statement = connection.prepareStatement(select);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
