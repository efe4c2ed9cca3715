package io.upline.engine.plan;

import static io.upline.engine.plan.Plans.USD;
import static io.upline.engine.plan.Plans.fixed;
import static io.upline.engine.plan.Plans.rank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.upline.engine.money.Currency;
import io.upline.engine.plan.Requirement.Frontline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    private static final Trigger PURCHASE =
            new Trigger("purchase", Once.PER_REFERENCE, List.of(fixed("purchase", "1")));
    private static final Ladder NO_RANKS = new Ladder(List.of());

    @Test
    void aTriggerIsFoundByItsName() {
        Plan plan = new Plan(USD, 3, List.of(PURCHASE), NO_RANKS);
        assertThat(plan.trigger("purchase")).contains(PURCHASE);
        assertThat(plan.trigger("referral")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Plan.MIN_WIDTH, Plan.MAX_WIDTH})
    void aWidthWithinTheLimitsIsFine(int width) {
        assertThat(new Plan(USD, width, List.of(PURCHASE), NO_RANKS).width()).isEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {Plan.MIN_WIDTH - 1, Plan.MAX_WIDTH + 1})
    void aWidthOutsideTheLimitsIsRefused(int width) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(USD, width, List.of(PURCHASE), NO_RANKS))
                .withMessage(width + " can't be the width; write a whole number from 1 to 100");
    }

    @Test
    void aPlanHasFromOneToItsLimitOfTriggers() {
        assertThat(new Plan(USD, 3, triggers(Plan.MAX_TRIGGERS), NO_RANKS).triggers())
                .hasSize(Plan.MAX_TRIGGERS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(USD, 3, triggers(Plan.MAX_TRIGGERS + 1), NO_RANKS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(USD, 3, List.of(), NO_RANKS));
    }

    @Test
    void twoTriggersOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(USD, 3, List.of(PURCHASE, PURCHASE), NO_RANKS))
                .withMessageContaining("purchase");
    }

    @Test
    void aTriggerThatPaysAnotherCurrencyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(Currency.of("EUR"), 3, List.of(PURCHASE), NO_RANKS))
                .withMessageContaining("EUR");
    }

    @Test
    void aRankThatNobodyCanReachAtThisWidthIsRefused() {
        Ladder ladder = new Ladder(List.of(rank("Bronze", new Frontline(4))));
        assertThat(new Plan(USD, 4, List.of(PURCHASE), ladder).ladder()).isEqualTo(ladder);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(USD, 3, List.of(PURCHASE), ladder))
                .withMessageContaining("\"Bronze\" asks for a frontline of 4, which nobody can have at width 3");
    }

    private static List<Trigger> triggers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Trigger("t" + i, Once.PER_SOURCE, List.of(fixed("r", "1"))))
                .toList();
    }
}
