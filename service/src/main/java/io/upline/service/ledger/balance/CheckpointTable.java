package io.upline.service.ledger.balance;

import io.upline.service.platform.database.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/// The SQL that keeps balances. One statement a method; the caller holds the transaction.
final class CheckpointTable {
    /// Whoever posts waits for as long at most.
    private static final int LOCK_MILLIS = 50;

    private CheckpointTable() {}

    /// Waits for everybody who is posting, and lets nobody begin meanwhile: then no posting with a lower id than the
    /// last that is there can still appear.
    ///
    /// @return the last posting's id, zero when there is none; empty when they take longer than 50 ms
    static OptionalLong lastThatIsSure(Connection connection) throws SQLException {
        var before = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + LOCK_MILLIS);
            statement.execute("LOCK TABLE posting IN SHARE MODE");
            try (var row = statement.executeQuery("SELECT coalesce(max(id), 0) FROM posting")) {
                row.next();
                return OptionalLong.of(row.getLong(1));
            }
        } catch (SQLException e) {
            if (Failure.of(e) != Failure.CONTENTION) {
                throw e;
            }
            connection.rollback(before);
            return OptionalLong.empty();
        }
    }

    /// How many postings the balances are behind, about.
    static long behind(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "SELECT coalesce((SELECT max(id) FROM posting), 0) - upto FROM ledger");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Adds the next postings to the balances.
    ///
    /// @param last the last that may be added
    /// @param most how many ids further at most
    /// @return up to which the balances go by now
    static long advance(Connection connection, long last, long most) throws SQLException {
        try (var update = connection.prepareStatement("""
                WITH span AS (
                  SELECT upto AS after, greatest(upto, least(?, upto + ?)) AS upto FROM ledger FOR UPDATE
                ), moved AS (
                  SELECT from_account AS account, from_member AS member,
                         CASE from_account WHEN 'expense' THEN bonus_type END AS bonus_type, currency, -amount AS amount
                  FROM posting, span WHERE id > span.after AND id <= span.upto
                  UNION ALL
                  SELECT to_account, to_member, CASE to_account WHEN 'expense' THEN bonus_type END, currency, amount
                  FROM posting, span WHERE id > span.after AND id <= span.upto
                ), kept AS (
                  INSERT INTO balance AS kept (account, member, bonus_type, currency, amount)
                  SELECT account, member, bonus_type, currency, sum(amount) FROM moved
                  GROUP BY account, member, bonus_type, currency
                  ON CONFLICT ON CONSTRAINT balance_key DO UPDATE SET amount = kept.amount + excluded.amount
                )
                UPDATE ledger SET upto = span.upto FROM span RETURNING ledger.upto
                """)) {
            update.setLong(1, last);
            update.setLong(2, most);
            try (var row = update.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
