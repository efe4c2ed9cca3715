package io.upline.service.plan.file;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.BonusRule.FixedPerLevel;
import io.upline.engine.plan.BonusRule.PercentPerLevel;
import io.upline.engine.plan.Compression;
import io.upline.engine.plan.Ladder;
import io.upline.engine.plan.Once;
import io.upline.engine.plan.Plan;
import io.upline.engine.plan.Rank;
import io.upline.engine.plan.Requirement;
import io.upline.engine.plan.Requirement.Frontline;
import io.upline.engine.plan.Requirement.PersonallySponsored;
import io.upline.engine.plan.Requirement.TotalDownline;
import io.upline.engine.plan.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Makes plans of every shape, with the names that YAML is most likely to take for something else.
final class RandomPlans {

    private static final List<String> TRICKY = List.of(
            "\"", "\\", "#", ": ", "'", "*", "&", "!", "%", "é", "钻", "💎", "yes", "null", "1", "-", "{", "]", "\\n");
    private static final List<String> TRIGGERS = List.of("referral", "on", "null", "yes", "y", "true", "n", "e1");

    private final Random random;

    RandomPlans(Random random) {
        this.random = random;
    }

    Plan next() {
        Currency currency = Currency.of(oneOf(List.of("USD", "JPY", "BHD", "CLF")));
        int from = random.nextInt(TRIGGERS.size());
        List<Trigger> triggers = TRIGGERS.subList(from, random.nextInt(from + 1, TRIGGERS.size() + 1)).stream()
                .map(name -> trigger(name, currency))
                .toList();
        Money approvalAbove = random.nextBoolean() ? amount(currency) : null;
        return new Plan(currency, random.nextInt(60, 101), triggers, new Ladder(ranks()), approvalAbove);
    }

    private Trigger trigger(String name, Currency currency) {
        Once once = random.nextBoolean() ? Once.PER_SOURCE : Trigger.usually(name);
        int holdDays = random.nextBoolean() ? 0 : random.nextInt(Trigger.MAX_HOLD_DAYS + 1);
        return new Trigger(name, once, holdDays, several(5, i -> rule("no_" + i, currency)));
    }

    private BonusRule rule(String name, Currency currency) {
        Line line = random.nextBoolean() ? Line.PLACEMENT : Line.SPONSOR;
        Compression compression = random.nextBoolean() ? Compression.NONE : Compression.STANDARD;
        return random.nextBoolean()
                ? new FixedPerLevel(name, line, compression, several(100, i -> amount(currency)))
                : new PercentPerLevel(name, line, compression, several(100, i -> percent()));
    }

    private Money amount(Currency currency) {
        return new Money(currency, random.nextLong(1L << 39));
    }

    private Percent percent() {
        return new Percent(BigDecimal.valueOf(random.nextInt(1_000_001), Percent.MAX_SCALE));
    }

    private List<Rank> ranks() {
        List<Rank> ranks = new ArrayList<>();
        List<IntFunction<Requirement>> kinds = List.of(TotalDownline::new, Frontline::new, PersonallySponsored::new);
        int from = random.nextInt(3);
        List<IntFunction<Requirement>> asked = kinds.subList(from, random.nextInt(from + 1, 4));
        for (int i = 0; i < random.nextInt(50); i++) {
            int atLeast = i;
            ranks.add(new Rank(
                    i + rankName(),
                    asked.stream().map(kind -> kind.apply(atLeast + 1)).toList()));
        }
        return ranks;
    }

    private String rankName() {
        return oneOf(TRICKY) + oneOf(TRICKY) + oneOf(TRICKY) + ".";
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> several(int atMost, IntFunction<T> one) {
        return IntStream.rangeClosed(1, random.nextInt(1, atMost + 1))
                .mapToObj(one)
                .toList();
    }
}
