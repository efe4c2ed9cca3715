package io.upline.engine.ledger;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What a refund takes back of each bonus that its event made: in proportion, in whole smallest units, so that the
/// parts add up.
///
/// Of all bonuses together it is the refunded part of their sum, rounded half up; the odd units go where most is due,
/// ties to the bonus that comes first (largest remainder). What earlier refunds took is counted in: no bonus is ever
/// two units away from its exact part, and refunds that add up to the whole take back exactly the whole, however they
/// are split.
public final class Refund {

    private Refund() {}

    /// What is to be taken back now.
    ///
    /// O(n log n) for n bonuses.
    ///
    /// @param amounts  what each bonus came to, more than zero
    /// @param taken    what was taken back of each before, from zero to its amount
    /// @param refunded how much of the event's amount is refunded by now, this refund included
    /// @param whole    the event's amount, at least `refunded`, more than zero
    /// @return the parts, in the order of the bonuses; none below zero or above what is left
    public static long[] parts(long[] amounts, long[] taken, long refunded, long whole) {
        BigInteger[] dues = IntStream.range(0, amounts.length)
                .mapToObj(i -> due(amounts[i], taken[i], refunded, whole))
                .toArray(BigInteger[]::new);
        long[] parts = Stream.of(dues).mapToLong(due -> wholeUnits(due, whole)).toArray();
        long odd = roundedShare(sum(amounts), refunded, whole)
                .subtract(sum(taken))
                .subtract(sum(parts))
                .longValueExact();
        long step = Long.signum(odd);
        for (int i : byWhatIsLeft(dues, parts, whole, step)) {
            if (odd != 0 && parts[i] + step >= 0 && taken[i] + parts[i] + step <= amounts[i]) {
                parts[i] += step;
                odd -= step;
            }
        }
        return parts;
    }

    /// What is due of a bonus by now, less what was taken, in parts of `whole` of a unit; below zero where it was a
    /// bit too much.
    private static BigInteger due(long amount, long taken, long refunded, long whole) {
        return times(amount, refunded).subtract(times(taken, whole));
    }

    private static long wholeUnits(BigInteger due, long whole) {
        return due.signum() < 0 ? 0 : due.divide(BigInteger.valueOf(whole)).longValueExact();
    }

    /// Who gets an odd unit, or loses one, comes first: of whom most is still due, or least.
    private static List<Integer> byWhatIsLeft(BigInteger[] dues, long[] parts, long whole, long step) {
        Comparator<Integer> least = Comparator.comparing(i -> dues[i].subtract(times(parts[i], whole)));
        return IntStream.range(0, dues.length)
                .boxed()
                .sorted(step < 0 ? least : least.reversed())
                .toList();
    }

    private static BigInteger times(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    private static BigInteger roundedShare(BigInteger sum, long refunded, long whole) {
        BigInteger divisor = BigInteger.valueOf(whole);
        BigInteger twice = sum.multiply(BigInteger.valueOf(refunded)).multiply(BigInteger.TWO);
        return twice.add(divisor).divide(divisor.multiply(BigInteger.TWO));
    }

    private static BigInteger sum(long[] values) {
        return LongStream.of(values).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
