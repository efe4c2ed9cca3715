package io.upline.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RefundTest {
    private static final int EVENTS = 20_000;

    @Test
    void fortyPercentAndThenTheRestAreExactlyTheWhole() {
        assertThat(Refund.parts(new long[] {700}, new long[] {0}, 40, 100)).containsExactly(280);
        assertThat(Refund.parts(new long[] {700}, new long[] {280}, 100, 100)).containsExactly(420);
    }

    @Test
    void theOddUnitGoesWhereMostIsDue() {
        assertThat(Refund.parts(new long[] {10, 10, 10}, new long[3], 1, 3)).containsExactly(4, 3, 3);
        assertThat(Refund.parts(new long[] {10, 5, 2, 1}, new long[4], 1, 2)).containsExactly(5, 3, 1, 0);
    }

    @Test
    void manySmallRefundsTakeFromEverybodyInTurn() {
        var amounts = new long[] {10, 10, 10, 10, 10, 10, 10, 10, 10, 10};
        var taken = new long[10];
        for (int refunded = 1; refunded <= 10; refunded++) {
            var parts = Refund.parts(amounts, taken, refunded, 100);
            for (int i = 0; i < taken.length; i++) {
                taken[i] += parts[i];
            }
        }
        assertThat(taken).containsOnly(1);
    }

    @Test
    void anyRefundsThatAddUpToTheWholeTakeBackExactlyTheWhole() {
        Seeds.forEachCase(EVENTS, random -> {
            var amounts = LongStream.generate(() -> 1 + random.nextInt(random.nextBoolean() ? 5 : 5_000))
                    .limit(1 + random.nextInt(12))
                    .toArray();
            refundBitByBit(random, amounts, 1 + random.nextInt(random.nextBoolean() ? 10 : 100_000));
        });
    }

    private static void refundBitByBit(RandomGenerator random, long[] amounts, long whole) {
        var taken = new long[amounts.length];
        for (long refunded = 0; refunded < whole; ) {
            refunded += 1 + random.nextLong(random.nextBoolean() ? whole - refunded : Math.min(3, whole - refunded));
            var parts = Refund.parts(amounts, taken, refunded, whole);
            for (int i = 0; i < amounts.length; i++) {
                assertThat(parts[i]).isBetween(0L, amounts[i] - taken[i]);
                taken[i] += parts[i];
                assertThat(Math.abs(taken[i] * whole - amounts[i] * refunded)).isLessThan(2 * whole);
            }
            assertThat(LongStream.of(taken).sum())
                    .isEqualTo(rounded(LongStream.of(amounts).sum(), refunded, whole));
        }
        assertThat(taken).isEqualTo(amounts);
    }

    private static long rounded(long sum, long refunded, long whole) {
        return BigDecimal.valueOf(sum)
                .multiply(BigDecimal.valueOf(refunded))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
