package io.upline.service.ledger;

import io.upline.engine.ledger.Account;
import io.upline.engine.ledger.Posting;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// What some members owe, locked, and how postings change it.
///
/// Whoever pays locks what there is; a debt that comes about meanwhile is like one that came after the payment.
/// Locks are taken in the order of the members.
public final class Debts {
    private record Debtor(int member, Currency currency) implements Comparable<Debtor> {
        @Override
        public int compareTo(Debtor other) {
            return member == other.member
                    ? currency.code().compareTo(other.currency.code())
                    : Integer.compare(member, other.member);
        }
    }

    private final Map<Debtor, Money> owed = new TreeMap<>();
    private final Map<Debtor, Money> changes = new TreeMap<>();

    private Debts() {}

    /// Nothing that anybody would have to pay off: for what only adds to debts.
    public static Debts unread() {
        return new Debts();
    }

    /// Locks and reads what these members owe.
    ///
    /// @param numbers the members'
    public static Debts lock(Connection connection, Collection<Integer> numbers) throws SQLException {
        var debts = new Debts();
        try (var select = connection.prepareStatement("""
                SELECT member, currency, amount FROM debt
                WHERE member = ANY (?) AND amount > 0
                ORDER BY member, currency FOR UPDATE
                """)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "integer", numbers.stream().distinct().toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var amount = Amounts.money(rows.getBigDecimal("amount"), rows.getString("currency"));
                    debts.owed.put(new Debtor(rows.getInt("member"), amount.currency()), amount);
                }
            }
        }
        return debts;
    }

    /// What a member owes by now, zero or more.
    public Money of(int number, Currency currency) {
        return owed.getOrDefault(new Debtor(number, currency), Money.zero(currency));
    }

    /// Takes a posting into account.
    public void apply(Posting posting) {
        if (posting.from() instanceof Account.Owed(var member)) {
            add(member, posting.amount());
        } else if (posting.to() instanceof Account.Owed(var member)) {
            add(member, posting.amount().negated());
        }
    }

    private void add(int member, Money amount) {
        var debtor = new Debtor(member, amount.currency());
        owed.merge(debtor, amount, Money::plus);
        changes.merge(debtor, amount, Money::plus);
    }

    /// Writes what has changed.
    ///
    /// @throws Problem 409 when somebody would owe more than an amount can be
    public void write(Connection connection) throws SQLException {
        for (var change : changes.entrySet()) {
            var debtor = change.getKey();
            if (change.getValue().signum() > 0) {
                add(connection, debtor, change.getValue());
            } else if (change.getValue().signum() < 0) {
                setOff(connection, debtor, change.getValue().negated());
            }
        }
    }

    private static void add(Connection connection, Debtor debtor, Money amount) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO debt (member, currency, amount) VALUES (?, ?, ?)
                ON CONFLICT (member, currency) DO UPDATE SET amount = debt.amount + excluded.amount
                RETURNING amount
                """)) {
            insert.setInt(1, debtor.member);
            insert.setString(2, debtor.currency.code());
            insert.setBigDecimal(3, amount.amount());
            try (var row = insert.executeQuery()) {
                row.next();
                requirePossible(row.getBigDecimal(1), debtor.currency);
            }
        }
    }

    private static void requirePossible(BigDecimal owed, Currency currency) {
        if (Money.faultIn(currency, owed).isPresent()) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "The member would owe %s %s then; nobody can owe more than %d."
                            .formatted(Amounts.of(owed, currency.code()).toPlainString(), currency, Money.MAX_AMOUNT));
        }
    }

    private static void setOff(Connection connection, Debtor debtor, Money amount) throws SQLException {
        try (var update =
                connection.prepareStatement("UPDATE debt SET amount = amount - ? WHERE member = ? AND currency = ?")) {
            update.setBigDecimal(1, amount.amount());
            update.setInt(2, debtor.member);
            update.setString(3, debtor.currency.code());
            update.executeUpdate();
        }
    }
}
