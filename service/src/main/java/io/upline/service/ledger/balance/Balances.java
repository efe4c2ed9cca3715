package io.upline.service.ledger.balance;

import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.service.ledger.Amounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// What a member has, in one currency.
///
/// @param held earned, and held until a date
/// @param payable earned, and to be paid
/// @param owed taken back after it was paid; zero or more
/// @param paidOut what they got
record Balances(Money held, Money payable, Money owed, Money paidOut) {
    static Balances zero(Currency currency) {
        var zero = Money.zero(currency);
        return new Balances(zero, zero, zero, zero);
    }

    /// What will be paid when all that is to be paid is: below zero for whoever owes more.
    Money net() {
        return payable.plus(owed.negated());
    }

    private Balances with(String account, Money amount) {
        return switch (account) {
            case "held" -> new Balances(amount, payable, owed, paidOut);
            case "payable" -> new Balances(held, amount, owed, paidOut);
            case "owed" -> new Balances(held, payable, amount.negated(), paidOut);
            default -> new Balances(held, payable, owed, amount);
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
                var amount = Amounts.money(rows.getBigDecimal("amount"), rows.getString("currency"));
                var account = rows.getString("account");
                balances.compute(
                        amount.currency().code(),
                        (_, before) -> (before == null ? zero(amount.currency()) : before).with(account, amount));
            }
        }
        return balances;
    }
}
