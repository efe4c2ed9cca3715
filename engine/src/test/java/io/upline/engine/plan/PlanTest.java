package io.upline.engine.plan;

import static io.upline.engine.plan.Plans.USD;
import static io.upline.engine.plan.Plans.fixed;
import static io.upline.engine.plan.Plans.rank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.engine.plan.Requirement.Frontline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    private static final Trigger PURCHASE =
            new Trigger("purchase", Once.PER_REFERENCE, 0, List.of(fixed("purchase", "1")));
    private static final Ladder NO_RANKS = new Ladder(List.of());

    @Test
    void aTriggerIsFoundByItsName() {
        Plan plan = new Plan(USD, 3, List.of(PURCHASE), NO_RANKS, null);
        assertThat(plan.trigger("purchase")).contains(PURCHASE);
        assertThat(plan.trigger("referral")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Plan.MIN_WIDTH, Plan.MAX_WIDTH})
    void aWidthWithinTheLimitsIsFine(int width) {
        assertThat(new Plan(USD, width, List.of(PURCHASE), NO_RANKS, null).width())
                .isEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {Plan.MIN_WIDTH - 1, Plan.MAX_WIDTH + 1})
    void aWidthOutsideTheLimitsIsRefused(int width) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(USD, width, List.of(PURCHASE), NO_RANKS, null))
                .withMessage(width + " can't be the width; write a whole number from 1 to 100");
    }

    @Test
    void aPlanHasFromOneToItsLimitOfTriggers() {
        assertThat(new Plan(USD, 3, triggers(Plan.MAX_TRIGGERS), NO_RANKS, null).triggers())
                .hasSize(Plan.MAX_TRIGGERS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(USD, 3, triggers(Plan.MAX_TRIGGERS + 1), NO_RANKS, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(USD, 3, List.of(), NO_RANKS, null));
    }

    @Test
    void twoTriggersOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(USD, 3, List.of(PURCHASE, PURCHASE), NO_RANKS, null))
                .withMessageContaining("purchase");
    }

    @Test
    void aTriggerThatPaysAnotherCurrencyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(Currency.of("EUR"), 3, List.of(PURCHASE), NO_RANKS, null))
                .withMessageContaining("EUR");
    }

    @Test
    void aRankThatNobodyCanReachAtThisWidthIsRefused() {
        Ladder ladder = new Ladder(List.of(rank("Bronze", new Frontline(4))));
        assertThat(new Plan(USD, 4, List.of(PURCHASE), ladder, null).ladder()).isEqualTo(ladder);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(USD, 3, List.of(PURCHASE), ladder, null))
                .withMessageContaining("\"Bronze\" asks for a frontline of 4, which nobody can have at width 3");
    }

    @Test
    void adjustmentsNeedApprovalOnlyWhereThePlanSaysSo() {
        assertThat(new Plan(USD, 3, List.of(PURCHASE), NO_RANKS, null).approvalLimit())
                .isEmpty();
        assertThat(withApprovalAbove(Money.of(USD, "500")).approvalLimit()).contains(Money.of(USD, "500.00"));
        assertThat(withApprovalAbove(Money.zero(USD)).approvalLimit()).contains(Money.zero(USD));
    }

    @Test
    void aLimitBelowZeroOrInAnotherCurrencyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withApprovalAbove(Money.of(USD, "-0.01")))
                .withMessage("-0.01 is negative; write 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withApprovalAbove(Money.of(Currency.of("EUR"), "500")))
                .withMessage("approval above 500.00 EUR is another currency than the plan's USD");
    }

    private static Plan withApprovalAbove(Money limit) {
        return new Plan(USD, 3, List.of(PURCHASE), NO_RANKS, limit);
    }

    private static List<Trigger> triggers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Trigger("t" + i, Once.PER_SOURCE, 0, List.of(fixed("r", "1"))))
                .toList();
    }
}
