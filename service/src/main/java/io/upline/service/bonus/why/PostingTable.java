package io.upline.service.bonus.why;

import io.upline.service.ledger.Amounts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The SQL that reads what was posted for a bonus. One statement a method; the caller holds the transaction.
final class PostingTable {
    private PostingTable() {}

    /// A posting of a bonus, in the words of the table.
    ///
    /// @param from the account that has less since
    /// @param to the account that has more since
    /// @param atMicros µs since 1970, UTC
    record Posted(String kind, BigDecimal amount, String from, String to, long atMicros) {}

    /// The postings of a bonus, in their order. O(postings).
    static List<Posted> ofBonus(Connection connection, UUID bonus) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT kind, amount, currency, from_account, to_account,
                       (extract(epoch FROM posted_at) * 1000000)::bigint AS posted_at
                FROM posting
                WHERE bonus = ?
                ORDER BY id
                """)) {
            select.setObject(1, bonus);
            try (var rows = select.executeQuery()) {
                var postings = new ArrayList<Posted>();
                while (rows.next()) {
                    postings.add(new Posted(
                            rows.getString("kind"),
                            Amounts.of(rows.getBigDecimal("amount"), rows.getString("currency")),
                            rows.getString("from_account"),
                            rows.getString("to_account"),
                            rows.getLong("posted_at")));
                }
                return postings;
            }
        }
    }
}
