package io.upline.service.ledger;

import io.upline.engine.ledger.Account;
import io.upline.engine.ledger.Posting;
import io.upline.engine.money.Money;
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
    private record Debtor(int member, String currency) implements Comparable<Debtor> {
        @Override
        public int compareTo(Debtor other) {
            return member == other.member ? currency.compareTo(other.currency) : Integer.compare(member, other.member);
        }
    }

    /// Sums, which may be larger than any one amount.
    private final Map<Debtor, BigDecimal> owed = new TreeMap<>();

    private final Map<Debtor, BigDecimal> changes = new TreeMap<>();

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
                    debts.owed.put(
                            new Debtor(rows.getInt("member"), rows.getString("currency")),
                            rows.getBigDecimal("amount"));
                }
            }
        }
        return debts;
    }

    /// How much of an amount a member owes by now, from nothing to all of it.
    public Money of(int number, Money amount) {
        var all = owed.getOrDefault(new Debtor(number, amount.currency().code()), BigDecimal.ZERO);
        return all.compareTo(amount.amount()) < 0 ? Money.of(amount.currency(), all) : amount;
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
        var debtor = new Debtor(member, amount.currency().code());
        owed.merge(debtor, amount.amount(), BigDecimal::add);
        changes.merge(debtor, amount.amount(), BigDecimal::add);
    }

    /// Writes what has changed.
    public void write(Connection connection) throws SQLException {
        for (var change : changes.entrySet()) {
            var debtor = change.getKey();
            if (change.getValue().signum() > 0) {
                add(connection, debtor, change.getValue());
            } else if (change.getValue().signum() < 0) {
                setOff(connection, debtor, change.getValue().negate());
            }
        }
    }

    private static void add(Connection connection, Debtor debtor, BigDecimal amount) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO debt (member, currency, amount) VALUES (?, ?, ?)
                ON CONFLICT (member, currency) DO UPDATE SET amount = debt.amount + excluded.amount
                """)) {
            insert.setInt(1, debtor.member);
            insert.setString(2, debtor.currency);
            insert.setBigDecimal(3, amount);
            insert.executeUpdate();
        }
    }

    private static void setOff(Connection connection, Debtor debtor, BigDecimal amount) throws SQLException {
        try (var update =
                connection.prepareStatement("UPDATE debt SET amount = amount - ? WHERE member = ? AND currency = ?")) {
            update.setBigDecimal(1, amount);
            update.setInt(2, debtor.member);
            update.setString(3, debtor.currency);
            update.executeUpdate();
        }
    }
}
