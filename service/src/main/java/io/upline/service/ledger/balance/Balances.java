package io.upline.service.ledger.balance;

import io.upline.service.ledger.Amounts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// What a member has, in one currency and with its decimals. Sums, which may be larger than any one amount.
///
/// @param held earned, and held until a date
/// @param payable earned, and to be paid
/// @param owed taken back after it was paid; zero or more
/// @param paidOut what they got
record Balances(String currency, BigDecimal held, BigDecimal payable, BigDecimal owed, BigDecimal paidOut) {
    static Balances zero(String currency) {
        var zero = Amounts.of(BigDecimal.ZERO, currency);
        return new Balances(currency, zero, zero, zero, zero);
    }

    /// What will be paid when all that is to be paid is: below zero for whoever owes more.
    BigDecimal net() {
        return payable.subtract(owed);
    }

    private Balances with(String account, BigDecimal amount) {
        return switch (account) {
            case "held" -> new Balances(currency, amount, payable, owed, paidOut);
            case "payable" -> new Balances(currency, held, amount, owed, paidOut);
            case "owed" -> new Balances(currency, held, payable, amount.negate(), paidOut);
            default -> new Balances(currency, held, payable, owed, amount);
        };
    }

    /// A member's, by currency. O(the member's postings since the last checkpoint).
    ///
    /// @param number the member's
    static Map<String, Balances> of(Connection connection, int number) throws SQLException {
        try (var select = connection.prepareStatement("""
                WITH moved AS (
                  SELECT account, currency, amount FROM balance WHERE member = ?
                  UNION ALL
                  SELECT from_account, currency, -amount FROM posting
                  WHERE from_member = ? AND id > (SELECT upto FROM ledger)
                  UNION ALL
                  SELECT to_account, currency, amount FROM posting
                  WHERE to_member = ? AND id > (SELECT upto FROM ledger)
                )
                SELECT account, currency, sum(amount) AS amount FROM moved GROUP BY account, currency
                """)) {
            for (int i = 1; i <= 3; i++) {
                select.setInt(i, number);
            }
            return read(select);
        }
    }

    private static Map<String, Balances> read(PreparedStatement select) throws SQLException {
        var balances = new TreeMap<String, Balances>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                var currency = rows.getString("currency");
                var amount = Amounts.of(rows.getBigDecimal("amount"), currency);
                var before = balances.getOrDefault(currency, zero(currency));
                balances.put(currency, before.with(rows.getString("account"), amount));
            }
        }
        return balances;
    }
}
