package io.upline.engine.bonus;

import static io.upline.engine.plan.Plans.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.BonusRule.FixedPerLevel;
import io.upline.engine.plan.BonusRule.PercentPerLevel;
import io.upline.engine.plan.Compression;
import io.upline.engine.plan.Once;
import io.upline.engine.plan.Trigger;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Random triggers and uplines, paid by the calculator and by hand in whole numbers. `UPLINE_SEED` replays a run.
class NaiveComparisonTest {

    private static final int ROUNDS = 2_000;
    private static final BigInteger RATE_UNIT = BigInteger.valueOf(1_000_000); // ten-thousandths of a per cent in one

    private final long seed = Optional.ofNullable(System.getenv("UPLINE_SEED"))
            .map(Long::parseLong)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);

    @Test
    void theCalculatorAgreesWithPayingByHand() {
        System.out.println("UPLINE_SEED=" + seed);
        for (int round = 0; round < ROUNDS; round++) {
            Trigger trigger = trigger();
            Money amount = new Money(USD, random.nextLong(1L << random.nextInt(1, 46)));
            int[] placement = upline();
            int[] sponsor = upline();
            Upline upline = new FixedUpline(placement, sponsor, suspended());
            assertThat(lines(BonusCalculator.earnings(trigger, amount, upline)))
                    .as("UPLINE_SEED=%d, round %d", seed, round)
                    .isEqualTo(byHand(trigger, amount.minor(), upline));
        }
    }

    private static List<String> lines(List<Earning> earnings) {
        return earnings.stream()
                .map(earning -> earning.rule() + " " + earning.level() + " " + earning.earner() + " "
                        + earning.amount().minor())
                .toList();
    }

    private static List<String> byHand(Trigger trigger, long cents, Upline upline) {
        List<String> lines = new ArrayList<>();
        for (BonusRule rule : trigger.rules()) {
            int[] all = upline.nearestFirst(rule.line(), Integer.MAX_VALUE);
            int[] mayEarn = rule.compression() == Compression.STANDARD
                    ? Arrays.stream(all)
                            .filter(ancestor -> !upline.isSuspended(ancestor))
                            .toArray()
                    : all;
            for (int i = 0; i < rule.levels() && i < mayEarn.length; i++) {
                long paid = upline.isSuspended(mayEarn[i]) ? 0 : paidByHand(rule, i, cents);
                if (paid > 0) {
                    lines.add(rule.name() + " " + (i + 1) + " " + mayEarn[i] + " " + paid);
                }
            }
        }
        return lines;
    }

    private static long paidByHand(BonusRule rule, int i, long cents) {
        return switch (rule) {
            case FixedPerLevel fixed -> fixed.amounts().get(i).minor();
            case PercentPerLevel percent -> {
                BigInteger rate =
                        percent.percents().get(i).value().movePointRight(4).toBigIntegerExact();
                BigInteger twice = BigInteger.valueOf(cents).multiply(rate).shiftLeft(1);
                yield twice.add(RATE_UNIT).divide(RATE_UNIT.shiftLeft(1)).longValueExact();
            }
        };
    }

    private Trigger trigger() {
        List<BonusRule> rules = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            rules.add(rule("rule_" + i, random.nextBoolean() ? Line.PLACEMENT : Line.SPONSOR, 1 + random.nextInt(8)));
        }
        return new Trigger("purchase", Once.PER_REFERENCE, 0, rules);
    }

    private BonusRule rule(String name, Line line, int levels) {
        if (random.nextBoolean()) {
            return new FixedPerLevel(name, line, compression(), each(levels, () -> new Money(USD, random.nextInt(3))));
        }
        return new PercentPerLevel(name, line, compression(), each(levels, this::percent));
    }

    private Compression compression() {
        return random.nextBoolean() ? Compression.NONE : Compression.STANDARD;
    }

    private Percent percent() {
        int tenThousandths = random.nextBoolean() ? random.nextInt(1_000_001) : 50_000 * random.nextInt(21);
        return new Percent(BigDecimal.valueOf(tenThousandths, 4));
    }

    private static <T> List<T> each(int count, Supplier<T> one) {
        return IntStream.range(0, count).mapToObj(i -> one.get()).toList();
    }

    private int[] upline() {
        return random.ints(random.nextInt(30), 0, 1_000).toArray();
    }

    /// Nobody, a few or most.
    private Set<Integer> suspended() {
        return random.ints(random.nextInt(3) * 1_000L, 0, 1_000).boxed().collect(Collectors.toSet());
    }
}
