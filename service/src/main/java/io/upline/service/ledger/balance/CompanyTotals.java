package io.upline.service.ledger.balance;

import io.upline.service.ledger.Amounts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What all accounts of a kind come to.
final class CompanyTotals {
    private CompanyTotals() {}

    /// One kind of account in one currency.
    ///
    /// @param bonusType of the expense; null for any other account
    record Total(String account, @Nullable String bonusType, String currency, BigDecimal amount) {}

    /// All of them. O(kept balances + postings since the last checkpoint).
    static List<Total> read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                        WITH moved AS (
                          SELECT account, bonus_type, currency, sum(amount) AS amount FROM balance GROUP BY 1, 2, 3
                          UNION ALL
                          SELECT from_account, CASE from_account WHEN 'expense' THEN bonus_type END, currency, -amount
                          FROM posting WHERE id > (SELECT upto FROM ledger)
                          UNION ALL
                          SELECT to_account, CASE to_account WHEN 'expense' THEN bonus_type END, currency, amount
                          FROM posting WHERE id > (SELECT upto FROM ledger)
                        )
                        SELECT account, bonus_type, currency, sum(amount) AS amount
                        FROM moved GROUP BY 1, 2, 3 ORDER BY currency, account, bonus_type
                        """);
                var rows = select.executeQuery()) {
            var totals = new ArrayList<Total>();
            while (rows.next()) {
                var currency = rows.getString("currency");
                totals.add(new Total(
                        rows.getString("account"),
                        rows.getString("bonus_type"),
                        currency,
                        Amounts.of(rows.getBigDecimal("amount"), currency)));
            }
            return totals;
        }
    }

    /// By currency, what everything comes to: zero.
    static Map<String, BigDecimal> sums(List<Total> totals) {
        var sums = new TreeMap<String, BigDecimal>();
        totals.forEach(total -> sums.merge(total.currency(), total.amount(), BigDecimal::add));
        return sums;
    }
}
