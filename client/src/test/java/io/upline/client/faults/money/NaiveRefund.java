package io.upline.client.faults.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How a refund is divided, cent by cent: in proportion, and the cents that are left over go where most is due.
final class NaiveRefund {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private NaiveRefund() {}

    /// What is to be taken of each bonus now.
    ///
    /// @param refunded of the event's amount by now, this refund included
    /// @param whole the event's amount
    static List<BigDecimal> parts(List<OwnedBonus> bonuses, BigDecimal refunded, BigDecimal whole) {
        var parts = new ArrayList<BigDecimal>();
        for (var bonus : bonuses) {
            var due = bonus.amount().multiply(refunded).divide(whole, 2, RoundingMode.DOWN);
            parts.add(due.subtract(bonus.reversed()).max(BigDecimal.ZERO));
        }
        var left = due(bonuses, refunded, whole).subtract(sum(parts));
        Comparator<Integer> byDue = Comparator.comparing(i -> bonuses.get(i)
                .amount()
                .multiply(refunded)
                .subtract(bonuses.get(i).reversed().add(parts.get(i)).multiply(whole)));
        var order = IntStream.range(0, parts.size())
                .boxed()
                .sorted(left.signum() > 0 ? byDue.reversed() : byDue)
                .toList();
        var cent = CENT.multiply(BigDecimal.valueOf(left.signum()));
        for (int i : order) {
            var part = parts.get(i).add(cent);
            if (left.signum() != 0
                    && part.signum() >= 0
                    && part.compareTo(bonuses.get(i).rest()) <= 0) {
                parts.set(i, part);
                left = left.subtract(cent);
            }
        }
        return parts;
    }

    private static BigDecimal due(List<OwnedBonus> bonuses, BigDecimal refunded, BigDecimal whole) {
        var amounts = sum(bonuses.stream().map(OwnedBonus::amount).toList());
        var taken = sum(bonuses.stream().map(OwnedBonus::reversed).toList());
        return amounts.multiply(refunded).divide(whole, 2, RoundingMode.HALF_UP).subtract(taken);
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
