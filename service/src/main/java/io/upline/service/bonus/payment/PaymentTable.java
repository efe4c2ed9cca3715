package io.upline.service.bonus.payment;

import io.upline.service.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// The SQL that marks bonuses paid, by the database's clock. One statement a method; the caller holds the
/// transaction.
final class PaymentTable {
    private PaymentTable() {}

    /// A bonus that was just marked paid.
    ///
    /// @param earner the member's number
    record Paid(int earner, long atMicros) {}

    /// Marks one bonus paid; empty when it is already, or there is none.
    static Optional<Paid> markPaid(Connection connection, UUID id) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE bonus SET status = 'paid', paid_at = greatest(now(), created_at)
                WHERE id = ? AND status = 'pending'
                RETURNING earner, (extract(epoch FROM paid_at) * 1000000)::bigint
                """)) {
            update.setObject(1, id);
            try (var row = update.executeQuery()) {
                return row.next() ? Optional.of(new Paid(row.getInt(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    /// The time at which this transaction marks bonuses paid, in µs since 1970.
    static long nowMicros(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT (extract(epoch FROM now()) * 1000000)::bigint");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Marks every pending bonus paid and returns how many those were. O(pending bonuses).
    static int markAllPaid(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE bonus SET status = 'paid', paid_at = greatest(now(), created_at)
                WHERE status = 'pending'
                """)) {
            Database.expectLongWork(connection);
            return update.executeUpdate();
        }
    }
}
