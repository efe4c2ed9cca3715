package io.upline.engine.plan;

import static io.upline.engine.plan.Plans.USD;
import static io.upline.engine.plan.Plans.fixed;
import static io.upline.engine.plan.Plans.percent;
import static io.upline.engine.plan.Plans.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Money;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTest {

    @Test
    void aReferralIsAlwaysOncePerSource() {
        List<BonusRule> rules = List.of(fixed("referral", "1"));
        assertThat(Trigger.usually(Trigger.REFERRAL)).isEqualTo(Once.PER_SOURCE);
        assertThat(Trigger.usually("purchase")).isEqualTo(Once.PER_REFERENCE);
        assertThat(new Trigger("referral", Once.PER_SOURCE, 0, rules).once()).isEqualTo(Once.PER_SOURCE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trigger("referral", Once.PER_REFERENCE, 0, rules))
                .withMessageContaining("once for each member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "fast_start_2", "a234567890123456789012345678901234567890"})
    void aPlainNameIsFine(String name) {
        assertThat(Identifier.faultIn(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Referral", "2nd", "_a", "fast-start", "a\n", "a2345678901234567890123456789012345678901"})
    void anyOtherNameIsRefused(String name) {
        assertThat(Identifier.faultIn(name)).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> fixed(name, "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trigger(name, Once.PER_SOURCE, 0, List.of(fixed("r", "1"))));
    }

    @Test
    void theLevelsToReadAlongALineAreTheMostOfAnyRule() {
        Trigger trigger = trigger(fixed("a", "1", "1"), fixed("b", "1", "1", "1"), fixed("c", Line.SPONSOR, "1"));
        assertThat(trigger.levelsAlong(Line.PLACEMENT)).isEqualTo(3);
        assertThat(trigger.levelsAlong(Line.SPONSOR)).isEqualTo(1);
        assertThat(trigger(fixed("a", "1")).levelsAlong(Line.SPONSOR)).isZero();
    }

    @Test
    void onlyAPercentageNeedsAnAmount() {
        Money amount = Money.of(USD, "100");
        assertThat(trigger(fixed("a", "1")).faultInAmount(null)).isEmpty();
        assertThat(trigger(fixed("a", "1")).faultInAmount(amount)).isEmpty();
        assertThat(trigger(fixed("a", "1"), percent("b", "1")).faultInAmount(amount))
                .isEmpty();
        assertThat(trigger(fixed("a", "1"), percent("b", "1")).faultInAmount(null))
                .hasValue("purchase pays a percentage of the event's amount; give the amount");
    }

    @Test
    void anAmountIsNeverNegative() {
        assertThat(trigger(fixed("a", "1")).faultInAmount(Money.zero(USD))).isEmpty();
        assertThat(trigger(fixed("a", "1")).faultInAmount(Money.of(USD, "-0.01")))
                .hasValue("-0.01 USD is negative; an event's amount is 0 or more");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, Trigger.MAX_HOLD_DAYS})
    void bonusesAreHeldNoDaysOrAnyNumberToTheLimit(int days) {
        assertThat(heldFor(days).holdDays()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Trigger.MAX_HOLD_DAYS + 1})
    void anyOtherNumberOfDaysIsRefused(int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> heldFor(days))
                .withMessage(days + " can't be the days to hold; write a whole number from 0 to 3650");
    }

    @Test
    void aTriggerHasFromOneToItsLimitOfRules() {
        assertThat(withRules(Trigger.MAX_RULES).rules()).hasSize(Trigger.MAX_RULES);
        assertThatIllegalArgumentException().isThrownBy(() -> withRules(Trigger.MAX_RULES + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> withRules(0));
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trigger(fixed("a", "1"), percent("a", "1")))
                .withMessageContaining("\"a\" is taken");
    }

    @Test
    void aRuleHasFromOneToItsLimitOfLevels() {
        assertThat(fixed("a", levels(BonusRule.MAX_LEVELS)).levels()).isEqualTo(BonusRule.MAX_LEVELS);
        assertThat(percent("a", levels(BonusRule.MAX_LEVELS)).levels()).isEqualTo(BonusRule.MAX_LEVELS);
        assertThatIllegalArgumentException().isThrownBy(() -> fixed("a", levels(BonusRule.MAX_LEVELS + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> percent("a", levels(BonusRule.MAX_LEVELS + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> fixed("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> percent("a"));
    }

    @Test
    void aLevelMayPayNothingButNeverLess() {
        assertThat(fixed("a", "0", "1").levels()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixed("a", "1", "-0.01"))
                .withMessage("-0.01 is negative; write 0 or more");
    }

    private static Trigger heldFor(int days) {
        return new Trigger("purchase", Once.PER_REFERENCE, days, List.of(fixed("a", "1")));
    }

    private static Trigger withRules(int count) {
        return trigger(
                IntStream.range(0, count).mapToObj(i -> fixed("r" + i, "1")).toArray(BonusRule[]::new));
    }

    private static String[] levels(int count) {
        return Collections.nCopies(count, "1").toArray(String[]::new);
    }
}
