package io.upline.client.faults.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.faults.money.Adjustments.Adjustment;
import io.upline.client.faults.money.OwnedBonus.State;
import io.upline.client.process.Replica;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds up the table of postings by itself, and holds it against what the clients know of every bonus.
final class MoneyAudit {
    private static final int SHOWN = 20;

    private final Map<String, OwnedBonus> bonuses = new HashMap<>();
    private final Map<String, OwnedEvent> events = new HashMap<>();
    private final Map<String, Adjustment> adjustments = new HashMap<>();
    private final Map<String, BigDecimal> balances = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private int plans;

    private MoneyAudit(List<MoneyClient> clients) {
        for (var client : clients) {
            client.adjustments().forEach(adjustment -> adjustments.put(adjustment.id(), adjustment));
            for (var event : client.events()) {
                events.put(event.id(), event);
                event.bonuses().forEach(bonus -> bonuses.put(bonus.id(), bonus));
            }
        }
    }

    /// Compares, when the clients are done.
    ///
    /// @return what was compared, in words
    /// @throws AssertionError with what differs
    static String of(Connection connection, List<MoneyClient> clients, List<Replica> replicas) throws SQLException {
        var audit = new MoneyAudit(clients);
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            audit.compareEvents(connection, clients);
            audit.compareBonuses(connection);
            audit.comparePostings(connection);
            audit.compareAdjustments(connection);
            audit.compareBalances(connection);
            audit.comparePlans(connection);
            audit.compareDebts(connection);
            statement.execute("COMMIT");
        }
        new SaidBalances(audit.balances, audit.findings).compare(replicas);
        assertThat(audit.findings.subList(0, Math.min(SHOWN, audit.findings.size())))
                .as("%d findings about money", audit.findings.size())
                .isEmpty();
        return audit.words();
    }

    /// Takes one row.
    @FunctionalInterface
    private interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, Taking taking) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setFetchSize(10_000);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    taking.take(rows);
                }
            }
        }
    }

    private void compareEvents(Connection connection, List<MoneyClient> clients) throws SQLException {
        var missing = new HashSet<>(events.keySet());
        each(connection, "SELECT id::text FROM bonus_event", row -> {
            if (!missing.remove(row.getString(1))) {
                findings.add("an event that nobody made, or that was only a dry run: " + row.getString(1));
            }
        });
        missing.forEach(id -> findings.add("not there: " + events.get(id)));
        var tried = new HashSet<String>();
        clients.forEach(client -> tried.addAll(client.dryRuns()));
        each(connection, "SELECT reference FROM bonus_event WHERE reference IS NOT NULL", row -> {
            if (tried.contains(row.getString(1))) {
                findings.add("a dry run was done: " + row.getString(1));
            }
        });
    }

    /// Every bonus has come as far as its owner knows, or as far as others may have brought it since.
    private void compareBonuses(Connection connection) throws SQLException {
        var missing = new HashSet<>(bonuses.keySet());
        each(connection, """
                SELECT bonus.id::text, earner.user_id::text, bonus.amount, bonus.reversed, bonus.status
                FROM bonus JOIN member AS earner ON earner.number = bonus.earner
                """, row -> {
            var bonus = bonuses.get(row.getString(1));
            missing.remove(row.getString(1));
            if (bonus == null
                    || !bonus.earner().equals(row.getString(2))
                    || bonus.amount().compareTo(row.getBigDecimal(3)) != 0
                    || bonus.reversed().compareTo(row.getBigDecimal(4)) != 0
                    || !bonus.see(State.of(row.getString(5), row.getString(5).equals("held")))) {
                findings.add("the bonus %s is %s, and there is %s, %s taken back, %s"
                        .formatted(row.getString(1), bonus, row.getString(3), row.getString(4), row.getString(5)));
            }
        });
        missing.forEach(id -> findings.add("not there: " + bonuses.get(id)));
    }

    /// Every bonus is posted once, handed over once, and taken back as far as it says.
    private void comparePostings(Connection connection) throws SQLException {
        var missing = new HashSet<>(bonuses.keySet());
        each(connection, """
                SELECT bonus::text,
                       coalesce(sum(amount) FILTER (WHERE kind = 'earned'), 0),
                       coalesce(sum(amount) FILTER (WHERE kind IN ('paid', 'set_off')), 0),
                       coalesce(sum(amount) FILTER (WHERE kind = 'reversed'), 0)
                FROM posting WHERE bonus IS NOT NULL
                GROUP BY bonus
                """, row -> {
            var bonus = bonuses.get(row.getString(1));
            missing.remove(row.getString(1));
            if (bonus == null
                    || bonus.amount().compareTo(row.getBigDecimal(2)) != 0
                    || bonus.handedOver().compareTo(row.getBigDecimal(3)) != 0
                    || bonus.reversed().compareTo(row.getBigDecimal(4)) != 0) {
                findings.add("the bonus %s is %s; posted are %s earned, %s handed over, %s taken back"
                        .formatted(row.getString(1), bonus, row.getString(2), row.getString(3), row.getString(4)));
            }
        });
        missing.forEach(id -> findings.add("not posted: " + bonuses.get(id)));
    }

    private void compareAdjustments(Connection connection) throws SQLException {
        var missing = new HashSet<>(adjustments.keySet());
        each(connection, """
                SELECT adjustment.id::text, member.user_id::text, adjustment.kind, adjustment.amount, adjustment.status
                FROM adjustment JOIN member ON member.number = adjustment.member
                """, row -> {
            var adjustment = adjustments.get(row.getString(1));
            missing.remove(row.getString(1));
            if (adjustment == null
                    || !adjustment.member().equals(row.getString(2))
                    || adjustment.isCredit() != row.getString(3).equals("credit")
                    || adjustment.amount().compareTo(row.getBigDecimal(4)) != 0
                    || !adjustment.status().equals(row.getString(5))) {
                findings.add("the adjustment %s is %s, and there is another".formatted(row.getString(1), adjustment));
            }
        });
        missing.forEach(id -> findings.add("not there: " + adjustments.get(id)));
    }

    /// Every event was paid by the version that was in force at its time, or where the log was: one that is being
    /// activated is between the two.
    private void comparePlans(Connection connection) throws SQLException {
        each(connection, """
                SELECT event.id FROM bonus_event AS event
                WHERE NOT EXISTS (
                  SELECT FROM member_change AS activated
                  WHERE activated.kind = 'plan_activated' AND activated.plan_version = event.plan_version
                    AND activated.seq IN (
                      (SELECT max(seq) FROM member_change WHERE kind = 'plan_activated' AND seq <= event.as_of_seq),
                      (SELECT max(seq) FROM member_change
                       WHERE kind = 'plan_activated' AND recorded_at <= event.created_at)))
                """, row -> findings.add("paid by another version than that in force: " + row.getString(1)));
        each(connection, "SELECT count(*) FROM plan", row -> plans = row.getInt(1));
    }

    private void compareBalances(Connection connection) throws SQLException {
        each(connection, """
                SELECT coalesce(member.user_id::text, ''), account, sum(amount)
                FROM (SELECT to_member AS number, to_account AS account, amount FROM posting
                      UNION ALL
                      SELECT from_member, from_account, -amount FROM posting) AS moved
                LEFT JOIN member USING (number)
                GROUP BY 1, 2
                """, row -> balances.put(row.getString(1) + " " + row.getString(2), row.getBigDecimal(3)));
        var expected = expectedOfAdjustments();
        for (var bonus : bonuses.values()) {
            expected.merge(bonus.earner() + place(bonus.state()), bonus.rest(), BigDecimal::add);
            expected.merge(" expense", bonus.rest().negate(), BigDecimal::add);
        }
        var accounts = new HashMap<String, BigDecimal>();
        balances.forEach((account, amount) -> {
            requireSign(account, amount);
            accounts.merge(account.replaceAll(" (paid_out|owed)$", " got"), amount, BigDecimal::add);
        });
        expected.keySet().forEach(account -> accounts.putIfAbsent(account, BigDecimal.ZERO));
        accounts.forEach((account, amount) -> {
            var due = expected.getOrDefault(account, BigDecimal.ZERO);
            if (due.compareTo(amount) != 0) {
                findings.add("%s should be %s and is %s".formatted(account, due, amount));
            }
        });
        if (NaiveRefund.sum(List.copyOf(balances.values())).signum() != 0) {
            findings.add("all accounts together are not zero");
        }
    }

    private Map<String, BigDecimal> expectedOfAdjustments() {
        var expected = new HashMap<String, BigDecimal>();
        for (var adjustment : adjustments.values()) {
            if (adjustment.status().equals("posted")) {
                var account = adjustment.member() + (adjustment.isCredit() ? " payable" : " got");
                expected.merge(account, adjustment.given(), BigDecimal::add);
                expected.merge(" adjustment", adjustment.given().negate(), BigDecimal::add);
            }
        }
        return expected;
    }

    private void requireSign(String account, BigDecimal amount) {
        var isOwed = account.endsWith(" owed") || account.endsWith(" expense");
        if (amount.signum() == (isOwed ? 1 : -1) && !account.endsWith(" adjustment")) {
            findings.add(account + " is " + amount);
        }
    }

    private static String place(State state) {
        return switch (state) {
            case HELD -> " held";
            case PAYABLE -> " payable";
            case PAID, REVERSED -> " got";
        };
    }

    private void compareDebts(Connection connection) throws SQLException {
        var owed = new HashMap<String, BigDecimal>();
        each(
                connection,
                """
                SELECT member.user_id::text, debt.amount FROM debt JOIN member ON member.number = debt.member
                """,
                row -> owed.put(row.getString(1) + " owed", row.getBigDecimal(2).negate()));
        balances.keySet().stream()
                .filter(account -> account.endsWith(" owed"))
                .forEach(account -> owed.putIfAbsent(account, BigDecimal.ZERO));
        owed.forEach((account, amount) -> {
            if (amount.compareTo(balances.getOrDefault(account, BigDecimal.ZERO)) != 0) {
                findings.add("%s is %s, and the debt says %s".formatted(account, balances.get(account), amount));
            }
        });
    }

    private String words() {
        var states = new TreeMap<State, Integer>();
        bonuses.values().forEach(bonus -> states.merge(bonus.state(), 1, Integer::sum));
        var refunds = events.values().stream()
                .mapToInt(event -> event.refunds().size())
                .sum();
        return "%,d events, %,d bonuses %s, %,d refunds, %,d adjustments, %,d versions of the plan, %,d balances to the cent"
                .formatted(events.size(), bonuses.size(), states, refunds, adjustments.size(), plans, balances.size());
    }
}
