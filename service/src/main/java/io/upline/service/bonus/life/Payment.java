package io.upline.service.bonus.life;

import io.upline.engine.ledger.BonusLife;
import io.upline.engine.ledger.BonusState;
import io.upline.engine.ledger.Posting;
import io.upline.engine.ledger.Step;
import io.upline.service.ledger.Debts;
import io.upline.service.platform.database.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Pays bonuses that are locked: what their earners owe is set off first, in the order of the bonuses.
public final class Payment {
    private Payment() {}

    /// What was paid in one currency.
    ///
    /// @param amount what the bonuses came to
    /// @param setOff how much of that paid off debts
    public record Sum(int bonuses, BigDecimal amount, BigDecimal setOff) {
        private static Sum of(List<Posting> postings) {
            return new Sum(1, total(postings), total(setOffs(postings)));
        }

        /// Both together.
        public Sum plus(Sum other) {
            return new Sum(bonuses + other.bonuses, amount.add(other.amount), setOff.add(other.setOff));
        }

        private static List<Posting> setOffs(List<Posting> postings) {
            return postings.stream()
                    .filter(posting -> posting.kind() == Posting.Kind.SET_OFF)
                    .toList();
        }

        private static BigDecimal total(List<Posting> postings) {
            return postings.stream().map(posting -> posting.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /// Pays all that are to be paid, or were held long enough, and leaves the others as they are.
    ///
    /// @return by currency, what was paid
    public static Map<String, Sum> pay(Connection connection, List<StoredBonus> bonuses) throws SQLException {
        var earners = bonuses.stream().map(bonus -> bonus.life().earner()).toList();
        var debts = Debts.lock(connection, earners);
        var steps = new Steps(debts);
        var sums = new TreeMap<String, Sum>();
        var nowMicros = Database.nowMicros(connection);
        for (var bonus : bonuses) {
            var life = payable(bonus, nowMicros, steps);
            var owed = debts.of(life.earner(), life.rest());
            if (life.pay(owed, Math.max(nowMicros, bonus.createdAtMicros())) instanceof Step.Taken paid
                    && paid.isNew()) {
                steps.take(bonus.id(), paid);
                sums.merge(life.amount().currency().code(), Sum.of(paid.postings()), Sum::plus);
            }
        }
        steps.write(connection, nowMicros);
        return sums;
    }

    /// The bonus, released where it was held long enough.
    private static BonusLife payable(StoredBonus bonus, long nowMicros, Steps steps) {
        if (bonus.life().state() instanceof BonusState.Held(var untilMicros)
                && untilMicros <= nowMicros
                && bonus.life().release() instanceof Step.Taken released) {
            steps.take(bonus.id(), released);
            return released.after();
        }
        return bonus.life();
    }
}
