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
        var floors = bonuses.stream()
                .map(bonus -> bonus.amount().multiply(refunded).divide(whole, 2, RoundingMode.DOWN))
                .toList();
        var parts = new ArrayList<BigDecimal>();
        for (int i = 0; i < floors.size(); i++) {
            parts.add(floors.get(i).subtract(bonuses.get(i).reversed()).max(BigDecimal.ZERO));
        }
        var left = due(bonuses, refunded, whole).subtract(sum(parts));
        Comparator<Integer> byRemainder = Comparator.comparing(i -> bonuses.get(i)
                .amount()
                .multiply(refunded)
                .subtract(floors.get(i).multiply(whole)));
        var order = IntStream.range(0, floors.size())
                .boxed()
                .sorted(left.signum() > 0 ? byRemainder.reversed() : byRemainder)
                .toList();
        for (int i : order) {
            if (left.signum() > 0 && parts.get(i).compareTo(bonuses.get(i).rest()) < 0) {
                parts.set(i, parts.get(i).add(CENT));
                left = left.subtract(CENT);
            } else if (left.signum() < 0 && parts.get(i).signum() > 0) {
                parts.set(i, parts.get(i).subtract(CENT));
                left = left.add(CENT);
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
