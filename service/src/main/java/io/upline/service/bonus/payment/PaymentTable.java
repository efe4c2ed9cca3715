package io.upline.service.bonus.payment;

import io.upline.service.bonus.Amounts;
import io.upline.service.platform.database.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL that marks bonuses paid, by the database's clock. One statement a method; the caller holds the
/// transaction.
final class PaymentTable {
    private PaymentTable() {}

    /// A bonus that was just marked paid.
    ///
    /// @param earner the member's number
    record Paid(int earner, BigDecimal amount, String currency, long atMicros) {}

    /// How many bonuses of one currency were just marked paid, and their sum.
    record Sum(String currency, int bonuses, BigDecimal amount) {}

    /// Marks one bonus paid; empty when it is already, or there is none.
    static Optional<Paid> markPaid(Connection connection, UUID id) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE bonus SET status = 'paid', paid_at = greatest(now(), created_at)
                WHERE id = ? AND status = 'pending'
                RETURNING earner, amount, currency, (extract(epoch FROM paid_at) * 1000000)::bigint
                """)) {
            update.setObject(1, id);
            try (var row = update.executeQuery()) {
                return row.next() ? Optional.of(paid(row)) : Optional.empty();
            }
        }
    }

    private static Paid paid(ResultSet row) throws SQLException {
        var currency = row.getString(3);
        return new Paid(row.getInt(1), Amounts.of(row.getBigDecimal(2), currency), currency, row.getLong(4));
    }

    /// The time at which this transaction marks bonuses paid, in µs since 1970.
    static long nowMicros(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT (extract(epoch FROM now()) * 1000000)::bigint");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Marks every pending bonus paid and returns what those came to, by currency. O(pending bonuses).
    static List<Sum> markAllPaid(Connection connection) throws SQLException {
        Database.expectLongWork(connection);
        try (var update = connection.prepareStatement("""
                        WITH paid AS (
                          UPDATE bonus SET status = 'paid', paid_at = greatest(now(), created_at)
                          WHERE status = 'pending'
                          RETURNING currency, amount
                        )
                        SELECT currency, count(*), sum(amount) FROM paid GROUP BY currency ORDER BY currency
                        """);
                var rows = update.executeQuery()) {
            var sums = new ArrayList<Sum>();
            while (rows.next()) {
                var currency = rows.getString(1);
                sums.add(new Sum(currency, rows.getInt(2), Amounts.of(rows.getBigDecimal(3), currency)));
            }
            return sums;
        }
    }
}
