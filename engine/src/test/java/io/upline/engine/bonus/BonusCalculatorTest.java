package io.upline.engine.bonus;

import static io.upline.engine.plan.Plans.USD;
import static io.upline.engine.plan.Plans.fixed;
import static io.upline.engine.plan.Plans.percent;
import static io.upline.engine.plan.Plans.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.upline.engine.bonus.Reason.FixedAmount;
import io.upline.engine.bonus.Reason.PercentOfAmount;
import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.Compression;
import io.upline.engine.plan.Trigger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BonusCalculatorTest {

    private static final int R = 0;
    private static final int A = 1;

    /// D of worked example 1: placed under A, sponsored by R.
    private static final Upline OF_D = new FixedUpline(new int[] {A, R}, new int[] {R}, Set.of());

    /// Worked example 2.
    @Test
    void theDefaultReferralPaysTheParentBeforeTheSponsor() {
        List<Earning> earnings = BonusCalculator.earnings(trigger(fixed("referral", "10", "5", "2", "1")), null, OF_D);
        assertThat(earnings)
                .containsExactly(
                        new Earning("referral", Line.PLACEMENT, 1, 1, A, Money.of(USD, "10.00"), new FixedAmount()),
                        new Earning("referral", Line.PLACEMENT, 2, 2, R, Money.of(USD, "5.00"), new FixedAmount()));
    }

    /// Worked example 2, second half.
    @Test
    void alongTheSponsorTreeTheSamePlanPaysTheSponsorAndTheParentNothing() {
        Trigger referral = trigger(fixed("referral", Line.SPONSOR, "10", "5", "2", "1"));
        assertThat(BonusCalculator.earnings(referral, null, OF_D))
                .containsExactly(
                        new Earning("referral", Line.SPONSOR, 1, 1, R, Money.of(USD, "10.00"), new FixedAmount()));
    }

    /// Worked example 4: of 200 volume, 50 % are commissionable, and 10 % of that 100.00 are paid.
    @Test
    void tenPercentOfAHundredIsTenWithItsBaseAndRate() {
        Money amount = Money.of(USD, "100.00");
        assertThat(BonusCalculator.earnings(trigger(percent("level", "10")), amount, OF_D))
                .containsExactly(new Earning(
                        "level",
                        Line.PLACEMENT,
                        1,
                        1,
                        A,
                        Money.of(USD, "10.00"),
                        new PercentOfAmount(amount, Percent.of("10"))));
    }

    @Test
    void eachBonusIsRoundedByItself() {
        List<Earning> earnings =
                BonusCalculator.earnings(trigger(percent("level", "5", "5")), Money.of(USD, "0.10"), OF_D);
        assertThat(earnings)
                .extracting(earning -> earning.amount().amount().toPlainString())
                .containsExactly("0.01", "0.01");
    }

    @Test
    void aLevelThatPaysNothingMakesNoEarning() {
        Trigger trigger = trigger(fixed("skip", "0", "5"), percent("tiny", "1", "10"));
        assertThat(BonusCalculator.earnings(trigger, Money.of(USD, "0.10"), OF_D))
                .extracting(Earning::rule, Earning::level)
                .containsExactly(tuple("skip", 2), tuple("tiny", 2));
    }

    @Test
    void aRootsEventPaysNobody() {
        assertThat(BonusCalculator.earnings(trigger(fixed("a", "1")), null, FixedUpline.along()))
                .isEmpty();
    }

    @Test
    void theUplineIsAskedOncePerLineAndOnlyAsFarAsNeeded() {
        FixedUpline upline = FixedUpline.along(1, 2, 3, 4);
        Trigger trigger = trigger(fixed("a", "1", "1"), percent("b", "1", "1", "1"));
        BonusCalculator.earnings(trigger, Money.of(USD, "1"), upline);
        assertThat(upline.asked()).containsExactly("PLACEMENT 3");
    }

    @Test
    void aSuspendedMembersLevelIsLost() {
        FixedUpline upline = FixedUpline.along(1, 2, 3).suspending(1, 3);
        assertThat(BonusCalculator.earnings(trigger(fixed("a", "10", "5", "2")), null, upline))
                .extracting(Earning::earner, Earning::level, Earning::steps)
                .containsExactly(tuple(2, 2, 2));
        assertThat(upline.asked()).containsExactly("PLACEMENT 3");
    }

    @Test
    void compressionPassesOverSuspendedMembersWithoutUsingUpALevel() {
        FixedUpline upline = FixedUpline.along(1, 2, 3, 4, 5, 6).suspending(1, 3, 4);
        BonusRule rule = fixed("a", Line.PLACEMENT, Compression.STANDARD, "10", "5", "2");
        assertThat(BonusCalculator.earnings(trigger(rule), null, upline))
                .extracting(Earning::earner, Earning::level, Earning::steps)
                .containsExactly(tuple(2, 1, 2), tuple(5, 2, 5), tuple(6, 3, 6));
        assertThat(upline.asked()).containsExactly("PLACEMENT 3", "PLACEMENT 6");
    }

    @Test
    void aCompressedLineThatEndsPaysTheLevelsItHas() {
        FixedUpline upline = FixedUpline.along(1, 2).suspending(1);
        BonusRule rule = fixed("a", Line.PLACEMENT, Compression.STANDARD, "10", "5");
        assertThat(BonusCalculator.earnings(trigger(rule), null, upline))
                .extracting(Earning::earner, Earning::level)
                .containsExactly(tuple(2, 1));
    }

    @Test
    void anUncompressedRuleAsksNoFurtherBecauseAShorterOneIsCompressed() {
        FixedUpline upline = FixedUpline.along(1, 2, 3, 4).suspending(1);
        Trigger trigger = trigger(fixed("a", Line.PLACEMENT, Compression.STANDARD, "10"), fixed("b", "10", "5"));
        assertThat(BonusCalculator.earnings(trigger, null, upline))
                .extracting(Earning::rule, Earning::earner, Earning::level)
                .containsExactly(tuple("a", 2, 1), tuple("b", 2, 2));
        assertThat(upline.asked()).containsExactly("PLACEMENT 2");
    }

    @Test
    void aShorterRuleStopsAtItsOwnLastLevel() {
        Trigger trigger = trigger(fixed("a", "1"), fixed("b", "1", "1"));
        assertThat(BonusCalculator.earnings(trigger, null, OF_D))
                .extracting(Earning::rule)
                .containsExactly("a", "b", "b");
    }

    @Test
    void aPercentageOfNoAmountIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BonusCalculator.earnings(trigger(percent("a", "1")), null, OF_D))
                .withMessageContaining("give the amount");
    }
}
