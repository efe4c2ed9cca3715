package io.upline.engine.ledger;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// What a refund takes back of each bonus that its event made: in proportion, in whole smallest units, so that the
/// parts add up.
///
/// Of all bonuses together it is the refunded part of their sum, rounded half up; the units go where most is due,
/// ties to the bonus that comes first (largest remainder). What earlier refunds took is counted in, so refunds that
/// add up to the whole take back exactly the whole, however they are split.
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
        Due[] dues = IntStream.range(0, amounts.length)
                .mapToObj(i -> Due.of(amounts[i], taken[i], refunded, whole))
                .toArray(Due[]::new);
        long[] parts = IntStream.range(0, dues.length)
                .mapToLong(i -> Math.max(0, dues[i].units()))
                .toArray();
        long spread = roundedShare(sum(amounts), refunded, whole)
                .subtract(sum(taken))
                .subtract(sum(parts))
                .longValueExact();
        for (int i : byRemainder(dues, spread > 0)) {
            if (spread > 0 && parts[i] < amounts[i] - taken[i]) {
                parts[i]++;
                spread--;
            } else if (spread < 0 && parts[i] > 0) {
                parts[i]--;
                spread++;
            }
        }
        return parts;
    }

    /// What is due of one bonus: whole units, and a remainder of the next in parts of the event's amount.
    private record Due(long units, BigInteger remainder) {
        static Due of(long amount, long taken, long refunded, long whole) {
            BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(refunded));
            BigInteger[] quotient = exact.divideAndRemainder(BigInteger.valueOf(whole));
            return new Due(quotient[0].longValueExact() - taken, quotient[1]);
        }
    }

    private static List<Integer> byRemainder(Due[] dues, boolean largestFirst) {
        Comparator<Integer> order = Comparator.comparing(i -> dues[i].remainder());
        return IntStream.range(0, dues.length)
                .boxed()
                .sorted(largestFirst ? order.reversed() : order)
                .toList();
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
