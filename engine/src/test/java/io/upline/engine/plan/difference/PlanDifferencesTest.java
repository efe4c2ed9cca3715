package io.upline.engine.plan.difference;

import static io.upline.engine.plan.Plans.USD;
import static io.upline.engine.plan.Plans.fixed;
import static io.upline.engine.plan.Plans.percent;
import static io.upline.engine.plan.Plans.rank;
import static io.upline.engine.plan.Plans.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.Compression;
import io.upline.engine.plan.Ladder;
import io.upline.engine.plan.Once;
import io.upline.engine.plan.Plan;
import io.upline.engine.plan.Rank;
import io.upline.engine.plan.Requirement.Frontline;
import io.upline.engine.plan.Requirement.PersonallySponsored;
import io.upline.engine.plan.Requirement.TotalDownline;
import io.upline.engine.plan.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanDifferencesTest {
    private static final Trigger PURCHASE = trigger(fixed("purchase", "10", "5"));
    private static final Rank BRONZE = rank("Bronze", new TotalDownline(3));

    @Test
    void anotherAmountIsToldByItsLevel() {
        assertTold(
                of(PURCHASE),
                of(trigger(fixed("purchase", "10", "7"))),
                "The trigger purchase pays level 2 7.00 USD instead of 5.00 USD.");
        assertTold(
                of(PURCHASE),
                of(trigger(percent("purchase", "10", "2.5"))),
                "The trigger purchase pays level 1 10 % instead of 10.00 USD.",
                "The trigger purchase pays level 2 2.5 % instead of 5.00 USD.");
    }

    @Test
    void moreAndFewerLevelsAreTold() {
        assertTold(
                of(PURCHASE),
                of(trigger(fixed("purchase", "10"))),
                "The trigger purchase no longer pays level 2; it paid 5.00 USD.");
        assertTold(
                of(PURCHASE),
                of(trigger(fixed("purchase", "10", "5", "2"))),
                "The trigger purchase pays level 3 2.00 USD; it paid nothing.");
    }

    @Test
    void oneOfSeveralRulesIsNamed() {
        assertTold(
                of(trigger(fixed("a", "1"), fixed("b", "1"))),
                of(trigger(fixed("a", "1"), fixed("b", "2"))),
                "The trigger purchase pays level 1 of its rule b 2.00 USD instead of 1.00 USD.");
    }

    @Test
    void lineAndCompressionAreTold() {
        assertTold(
                of(PURCHASE),
                of(trigger(fixed("purchase", Line.SPONSOR, Compression.STANDARD, "10", "5"))),
                "The trigger purchase pays the levels along the sponsor line instead of the placement line.",
                "The trigger purchase pays the levels so that suspended members are passed over.");
    }

    @Test
    void rulesThatComeGoAndChangePlacesAreTold() {
        assertTold(
                of(trigger(fixed("a", "1"), fixed("b", "1"))),
                of(trigger(fixed("b", "1"), fixed("a", "1"))),
                "The rules of the trigger purchase are in another order: b, a.");
        assertTold(
                of(trigger(fixed("a", "1"), fixed("b", "1"))),
                of(trigger(fixed("b", "1"), percent("c", "2.5"))),
                "The rule a of the trigger purchase is gone.",
                "The trigger purchase has the new rule c, which pays 2.5 %, level by level, along the placement line; "
                        + "the level of a suspended member is lost.");
    }

    @Test
    void howOftenAndHowLongHeldAreTold() {
        assertTold(
                of(named("purchase", Once.PER_REFERENCE, 0)),
                of(named("purchase", Once.PER_SOURCE, 14)),
                "The trigger purchase pays once for each member instead of once for each reference.",
                "The bonuses of the trigger purchase are held for 14 days; they were not held.");
        assertTold(
                of(named("purchase", Once.PER_SOURCE, 14)),
                of(named("purchase", Once.PER_SOURCE, 1)),
                "The bonuses of the trigger purchase are held for 1 day; they were held for 14 days.");
    }

    @Test
    void triggersThatComeGoAndChangePlacesAreTold() {
        var referral = named("referral", Once.PER_SOURCE, 0);
        assertTold(
                of(PURCHASE),
                of(referral),
                "The trigger purchase is gone.",
                "The trigger referral is new: it pays once for each member, and its bonuses are not held.",
                "The trigger referral has the new rule referral, which pays 1.00 USD, level by level, along the placement "
                        + "line; the level of a suspended member is lost.");
        assertTold(
                of(PURCHASE, referral),
                of(referral, PURCHASE),
                "The triggers are in another order: referral, purchase.");
    }

    @Test
    void currencyAndWidthAreTold() {
        var yen = new Plan(
                Currency.of("JPY"), 5, List.of(trigger(percent("purchase", "1"))), new Ladder(List.of()), null);
        assertTold(
                new Plan(USD, 3, List.of(trigger(percent("purchase", "1"))), new Ladder(List.of()), null),
                yen,
                "The currency is JPY instead of USD.",
                "The width is 5 instead of 3.");
    }

    @Test
    void theLimitOfApprovalIsTold() {
        assertTold(approving(null), approving("500"), "Adjustments above 500.00 USD need approval; none did.");
        assertTold(
                approving("500"),
                approving("50"),
                "Adjustments above 50.00 USD need approval, instead of those above 500.00 USD.");
        assertTold(approving("500"), approving(null), "No adjustment needs approval; those above 500.00 USD did.");
    }

    @Test
    void ranksThatComeAndGoAreTold() {
        assertTold(
                ranked(BRONZE),
                ranked(rank("Silver", new TotalDownline(10), new Frontline(2))),
                "The rank Bronze is gone.",
                "The rank Silver is new; it asks for a downline of 10 and a frontline of 2.");
    }

    @Test
    void whatARankAsksForIsTold() {
        assertTold(
                ranked(BRONZE),
                ranked(rank("Bronze", new PersonallySponsored(2), new TotalDownline(4))),
                "The rank Bronze also asks for 2 sponsored.",
                "The rank Bronze asks for a downline of 4 instead of 3.");
        assertTold(
                ranked(rank("A", new Frontline(1), new TotalDownline(4))),
                ranked(rank("A", new TotalDownline(4))),
                "The rank A no longer asks for a frontline of 1.");
        assertTold(
                ranked(rank("A", new Frontline(1), new TotalDownline(4))),
                ranked(rank("A", new TotalDownline(4), new Frontline(1))),
                "The rank A names what it asks for in another order: downline, frontline.");
    }

    private static void assertTold(Plan before, Plan after, String... sentences) {
        assertThat(PlanDifferences.between(before, before)).isEmpty();
        assertThat(PlanDifferences.between(before, after)).containsExactly(sentences);
    }

    private static Plan of(Trigger... triggers) {
        return new Plan(USD, 3, List.of(triggers), new Ladder(List.of()), null);
    }

    private static Plan approving(@Nullable String limit) {
        return new Plan(USD, 3, List.of(PURCHASE), new Ladder(List.of()), limit == null ? null : Money.of(USD, limit));
    }

    private static Plan ranked(Rank rank) {
        return new Plan(USD, 3, List.of(PURCHASE), new Ladder(List.of(rank)), null);
    }

    private static Trigger named(String name, Once once, int holdDays) {
        return new Trigger(name, once, holdDays, List.<BonusRule>of(fixed(name, "1")));
    }
}
