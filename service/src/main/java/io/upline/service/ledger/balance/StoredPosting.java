package io.upline.service.ledger.balance;

import io.upline.service.ledger.Amounts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A posting as it stands in the ledger.
///
/// @param postedAtMicros µs since 1970
record StoredPosting(
        long id,
        String kind,
        String from,
        String to,
        BigDecimal amount,
        String currency,
        @Nullable UUID bonus,
        @Nullable UUID reversal,
        @Nullable UUID adjustment,
        long postedAtMicros) {

    /// A member's, newest first. O(limit).
    ///
    /// @param number the member's
    /// @param before only older ones
    static List<StoredPosting> of(Connection connection, int number, long before, int limit) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT id, kind, from_account, to_account, amount, currency, bonus, reversal, adjustment,
                       (extract(epoch FROM posted_at) * 1000000)::bigint AS posted_at
                FROM ((SELECT * FROM posting WHERE from_member = ? AND id < ? ORDER BY id DESC LIMIT ?)
                      UNION ALL
                      (SELECT * FROM posting
                       WHERE to_member = ? AND from_member IS NULL AND id < ? ORDER BY id DESC LIMIT ?)) AS moved
                ORDER BY id DESC LIMIT ?
                """)) {
            select.setInt(1, number);
            select.setLong(2, before);
            select.setInt(3, limit);
            select.setInt(4, number);
            select.setLong(5, before);
            select.setInt(6, limit);
            select.setInt(7, limit);
            try (var rows = select.executeQuery()) {
                var postings = new ArrayList<StoredPosting>();
                while (rows.next()) {
                    postings.add(posting(rows));
                }
                return postings;
            }
        }
    }

    private static StoredPosting posting(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new StoredPosting(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("from_account"),
                row.getString("to_account"),
                Amounts.of(row.getBigDecimal("amount"), currency),
                currency,
                row.getObject("bonus", UUID.class),
                row.getObject("reversal", UUID.class),
                row.getObject("adjustment", UUID.class),
                row.getLong("posted_at"));
    }
}
