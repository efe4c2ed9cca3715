package io.upline.service.bonus;

import io.upline.service.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// The SQL that marks bonuses paid, by the database's clock. One statement a method; the caller holds the
/// transaction.
final class PaymentTable {
    private PaymentTable() {}

    /// Marks one bonus paid, unless it is already.
    static void markPaid(Connection connection, UUID id) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE bonus SET status = 'paid', paid_at = greatest(now(), created_at)
                WHERE id = ? AND status = 'pending'
                """)) {
            update.setObject(1, id);
            update.executeUpdate();
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
