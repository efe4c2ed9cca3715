package io.upline.service.bonus.money;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// What every account comes to, in its plainest form: a map from `member account` to an amount. The company's
/// expense is the account of nobody.
final class NaiveAccounts {
    private final Map<String, BigDecimal> balances = new TreeMap<>();

    /// A bonus, and in which account what is left of it lies: `held`, `payable` or `paid_out`.
    static final class Bonus {
        private final String id;
        private final String earner;
        private final BigDecimal amount;
        private BigDecimal reversed = BigDecimal.ZERO;
        private String place;

        Bonus(String id, String earner, BigDecimal amount, String place) {
            this.id = id;
            this.earner = earner;
            this.amount = amount;
            this.place = place;
        }

        String id() {
            return id;
        }

        String earner() {
            return earner;
        }

        BigDecimal amount() {
            return amount;
        }

        BigDecimal reversed() {
            return reversed;
        }

        BigDecimal rest() {
            return amount.subtract(reversed);
        }

        boolean isIn(String account) {
            return place.equals(account) && rest().signum() > 0;
        }

        /// Whether it can be held, also again.
        boolean canBeHeld() {
            return isIn("payable") || isIn("held");
        }

        /// As the API says it.
        String status() {
            return rest().signum() == 0 ? "reversed" : place.equals("paid_out") ? "paid" : "pending";
        }
    }

    void earn(Bonus bonus) {
        move(" expense", bonus.earner + " " + bonus.place, bonus.amount);
    }

    void hold(Bonus bonus) {
        moveTo("held", bonus);
    }

    void release(Bonus bonus) {
        moveTo("payable", bonus);
    }

    private void moveTo(String place, Bonus bonus) {
        move(bonus.earner + " " + bonus.place, bonus.earner + " " + place, bonus.rest());
        bonus.place = place;
    }

    /// What the earner owes comes first.
    void pay(Bonus bonus) {
        var owed = bonus.earner + " owed";
        var setOff = of(owed).negate().min(bonus.rest());
        move(bonus.earner + " payable", owed, setOff);
        move(bonus.earner + " payable", bonus.earner + " paid_out", bonus.rest().subtract(setOff));
        bonus.place = "paid_out";
    }

    /// What was paid is owed; anything else is taken from where it lies.
    void takeBack(Bonus bonus, BigDecimal part) {
        move(bonus.earner + " " + origin(bonus), " expense", part);
        bonus.reversed = bonus.reversed.add(part);
    }

    /// Where a part of it would be taken from.
    static String origin(Bonus bonus) {
        return bonus.place.equals("paid_out") ? "owed" : bonus.place;
    }

    private void move(String from, String to, BigDecimal amount) {
        balances.put(from, of(from).subtract(amount));
        balances.put(to, of(to).add(amount));
    }

    private BigDecimal of(String account) {
        return balances.getOrDefault(account, new BigDecimal("0.00"));
    }

    /// All that are not zero.
    Map<String, BigDecimal> balances() {
        var some = new TreeMap<>(balances);
        some.values().removeIf(balance -> balance.signum() == 0);
        return some;
    }
}
