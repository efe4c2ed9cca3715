package io.upline.engine;

import static io.upline.engine.NamedNetwork.network;
import static io.upline.engine.plan.Plans.USD;
import static io.upline.engine.plan.Plans.fixed;
import static io.upline.engine.plan.Plans.percent;
import static io.upline.engine.plan.Plans.rank;
import static io.upline.engine.plan.Plans.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.bonus.BonusCalculator;
import io.upline.engine.bonus.Earning;
import io.upline.engine.bonus.Reason.FixedAmount;
import io.upline.engine.bonus.Reason.PercentOfAmount;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Line;
import io.upline.engine.genealogy.Member;
import io.upline.engine.ledger.Account;
import io.upline.engine.ledger.BonusLife;
import io.upline.engine.ledger.BonusState;
import io.upline.engine.ledger.Posting;
import io.upline.engine.ledger.Refund;
import io.upline.engine.ledger.Step;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.Compression;
import io.upline.engine.plan.Ladder;
import io.upline.engine.plan.Requirement.TotalDownline;
import io.upline.engine.rank.Check;
import io.upline.engine.rank.Figures;
import io.upline.engine.rank.Standing;
import io.upline.engine.rank.Verdict;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The worked examples of `docs/DOMAIN.md`, calculated. Each test says its example's figures, and they must be the
/// document's, letter by letter.
class WorkedExamplesTest {
    private static final Pattern EXAMPLE = Pattern.compile("^example(\\d+)");

    private static final Ladder DEFAULT_LADDER = new Ladder(List.of(
            rank("Bronze", new TotalDownline(3)),
            rank("Silver", new TotalDownline(10)),
            rank("Gold", new TotalDownline(25)),
            rank("Diamond", new TotalDownline(50))));

    @Test
    void everyExampleOfTheDocumentHasATest() {
        List<Integer> tested = Arrays.stream(WorkedExamplesTest.class.getDeclaredMethods())
                .map(Method::getName)
                .flatMap(name -> EXAMPLE.matcher(name).results())
                .map(MatchResult::group)
                .map(name -> Integer.valueOf(name.substring("example".length())))
                .sorted()
                .toList();
        assertThat(DomainDocument.figures().keySet()).containsExactlyElementsOf(tested);
    }

    @Test
    void example1WhoFindsTheFrontlineFullSpillsOver() {
        NamedNetwork network = network(3, "R(A B C)").sponsors("R", "D", "E", "F", "G");
        assertFigures(
                1,
                """
                R(A(D E F) B(G) C)
                D: parent A, position 1, level 3, sponsor R
                E: parent A, position 2, level 3, sponsor R
                F: parent A, position 3, level 3, sponsor R
                G: parent B, position 1, level 3, sponsor R
                """,
                network.toString(),
                network.place("D"),
                network.place("E"),
                network.place("F"),
                network.place("G"));
    }

    @Test
    void example2AReferralPaysAlongTheRulesLine() {
        assertFigures(
                2,
                """
                placement, level 1: A earns 10.00 USD
                placement, level 2: R earns 5.00 USD
                sponsor, level 1: R earns 10.00 USD
                """,
                Stream.of(Line.PLACEMENT, Line.SPONSOR)
                        .flatMap(line -> earnings(fixed("referral", line, "10.00", "5.00", "2.00", "1.00"), null))
                        .toArray(String[]::new));
    }

    @Test
    void example3ARankCountsTheDownlineAtEveryLevel() {
        Member r = network(3, "R(A(D E F) B(G H I) C(J K L))").member("R");
        Verdict verdict = Verdict.of(DEFAULT_LADDER, new Figures(r.downline(), r.frontline(), r.sponsored()));
        assertFigures(
                3,
                """
                R: downline 12, frontline 3, sponsored 3
                earned: Silver, downline 12 of 10, 0 missing
                next: Gold, downline 12 of 25, 13 missing
                """,
                "R: downline %d, frontline %d, sponsored %d".formatted(r.downline(), r.frontline(), r.sponsored()),
                "earned: " + written(verdict.earned().orElseThrow()),
                "next: " + written(verdict.next().orElseThrow()));
    }

    @Test
    void example4APercentageIsOfTheEventsAmount() {
        assertFigures(
                4,
                """
                placement, level 1: A earns 10 % of 100.00 USD, which is 10.00 USD
                placement, level 2: R earns 2.5 % of 100.00 USD, which is 2.50 USD
                """,
                earnings(percent("purchase", "10", "2.5"), Money.of(USD, "100.00"))
                        .toArray(String[]::new));
    }

    @Test
    void example5EachBonusIsRoundedHalfUpByItself() {
        Money whole = Money.of(USD, "100.10");
        Percent rate = Percent.of("5");
        String half = "%s of %s is %s".formatted(rate, whole, whole.percentage(rate));
        Stream<String> both = earnings(percent("purchase", "5", "5"), Money.of(USD, "0.10"));
        assertFigures(5, """
                5 % of 100.10 USD is 5.01 USD
                placement, level 1: A earns 5 % of 0.10 USD, which is 0.01 USD
                placement, level 2: R earns 5 % of 0.10 USD, which is 0.01 USD
                """, Stream.concat(Stream.of(half), both).toArray(String[]::new));
    }

    @Test
    void example6AWiderWidthOpensSlotsNearTheSponsor() {
        NamedNetwork network = network(2, "R").sponsors("R", "A", "B", "C", "D", "E");
        String before = network.toString();
        network.changeWidth(3).sponsors("R", "F", "G", "H");
        assertFigures(6, """
                R(A(C D) B(E))
                R(A(C D G) B(E H) F)
                F: parent R, position 3, level 2, sponsor R
                G: parent A, position 3, level 3, sponsor R
                H: parent B, position 2, level 3, sponsor R
                """, before, network.toString(), network.place("F"), network.place("G"), network.place("H"));
    }

    @Test
    void example7ANarrowerWidthMovesNobody() {
        NamedNetwork network = network(3, "R(A B C)").changeWidth(2).sponsors("R", "D");
        assertFigures(7, """
                R(A(D) B C)
                D: parent A, position 1, level 3, sponsor R
                """, network.toString(), network.place("D"));
    }

    @Test
    void example8AForcedMatrixHoldsSoManyBelowItsTop() {
        assertFigures(8, """
                3 × 7: 3,279
                2 × 12: 8,190
                5 × 5: 3,905
                """, capacity(3, 7), capacity(2, 12), capacity(5, 5));
    }

    @Test
    void example9AMoveTakesEverybodyBelowAlong() {
        NamedNetwork network = network(3, "R(A(D E F) B C)").move("A", "B", 1);
        String moved = network.toString();
        network.sponsors("R", "G");
        assertFigures(9, """
                R(B(A(D E F)) C)
                A: parent B, position 1, level 3, sponsor R
                D: parent A, position 1, level 4, sponsor A
                R(G B(A(D E F)) C)
                """, moved, network.place("A"), network.place("D"), network.toString());
    }

    @Test
    void example10ASuspendedMembersLevelIsLostOrPassedOn() {
        NamedNetwork network = network(3, "T(R(A(D)))").suspend("A");
        assertFigures(
                10,
                """
                none: R earns 5.00 USD on level 2, T earns 2.00 USD on level 3
                standard: R earns 10.00 USD on level 1, T earns 5.00 USD on level 2
                """,
                Arrays.stream(Compression.values())
                        .map(compression ->
                                compression.name().toLowerCase(Locale.ROOT) + ": " + earnings(network, compression))
                        .toArray(String[]::new));
    }

    private static String earnings(NamedNetwork network, Compression compression) {
        BonusRule rule = fixed("referral", Line.PLACEMENT, compression, "10.00", "5.00", "2.00", "1.00");
        return BonusCalculator.earnings(trigger(rule), null, network.upline("D")).stream()
                .map(earning -> "%s earns %s on level %d"
                        .formatted(network.name(earning.earner()), earning.amount(), earning.level()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void example11RefundsThatAddUpToTheWholeTakeBackTheWhole() {
        long first = Refund.parts(new long[] {700}, new long[] {0}, 40, 100)[0];
        long second = Refund.parts(new long[] {700}, new long[] {first}, 100, 100)[0];
        assertFigures(
                11,
                "-2.80 USD, -4.20 USD: together -7.00 USD\n",
                "%s, %s: together %s".formatted(usd(-first), usd(-second), usd(-first - second)));
    }

    @Test
    void example12TheOddCentGoesWhereMostIsDue() {
        long[] amounts = {1000, 500};
        long[] taken = new long[2];
        List<String> refunds = new ArrayList<>();
        for (int third = 1; third <= 3; third++) {
            long[] parts = Refund.parts(amounts, taken, third, 3);
            refunds.add(usd(parts[0]) + " and " + usd(parts[1]));
            taken[0] += parts[0];
            taken[1] += parts[1];
        }
        assertFigures(12, """
                3.33 USD and 1.67 USD
                3.34 USD and 1.66 USD
                3.33 USD and 1.67 USD
                """, refunds.toArray(String[]::new));
    }

    @Test
    void example13WhatWasPaidIsOwedAndSetOffAgainstTheNextBonus() {
        BonusLife bonus = BonusLife.earned("purchase", 1, usd(1000), new BonusState.Payable());
        Step.Taken reversed = ((Step.Taken) bonus.pay(usd(0), 1)).after().reverse(usd(400));
        Step.Taken next = (Step.Taken) bonus.pay(usd(400), 2);
        assertFigures(
                13,
                """
                REVERSED 4.00 USD from owed to expense
                SET_OFF 4.00 USD from payable to owed
                PAID 6.00 USD from payable to paid out
                """,
                Stream.concat(reversed.postings().stream(), next.postings().stream())
                        .map(WorkedExamplesTest::written)
                        .toArray(String[]::new));
    }

    private static Money usd(long cents) {
        return new Money(USD, cents);
    }

    private static String written(Posting posting) {
        return "%s %s from %s to %s"
                .formatted(posting.kind(), posting.amount(), word(posting.from()), word(posting.to()));
    }

    private static String word(Account account) {
        return switch (account) {
            case Account.Expense _ -> "expense";
            case Account.Adjustment _ -> "adjustment";
            case Account.Held _ -> "held";
            case Account.Payable _ -> "payable";
            case Account.PaidOut _ -> "paid out";
            case Account.Owed _ -> "owed";
        };
    }

    /// How many join under one member before somebody has to stand more than `depth` levels below.
    private static String capacity(int width, int depth) {
        Genealogy genealogy = new Genealogy(width);
        int top = genealogy.writer().draft(new UUID(0, 0), Genealogy.NONE, 0);
        int below = 0;
        int last = top;
        while (genealogy.writer().placement(last).level() <= depth + 1) {
            below = last;
            last = genealogy.writer().draft(new UUID(0, last + 1), top, 0);
        }
        return String.format(Locale.ROOT, "%d × %d: %,d", width, depth, below);
    }

    /// What one rule pays for an event of D in example 1, as sentences.
    private static Stream<String> earnings(BonusRule rule, @Nullable Money amount) {
        NamedNetwork network = network(3, "R(A B C)").sponsors("R", "D");
        return BonusCalculator.earnings(trigger(rule), amount, network.upline("D")).stream()
                .map(earning -> written(earning, network.name(earning.earner())));
    }

    private static String written(Earning earning, String earner) {
        String calculation = switch (earning.reason()) {
            case FixedAmount() -> "";
            case PercentOfAmount(Money base, Percent rate) -> rate + " of " + base + ", which is ";
        };
        return "%s, level %d: %s earns %s%s"
                .formatted(
                        earning.line().name().toLowerCase(Locale.ROOT),
                        earning.level(),
                        earner,
                        calculation,
                        earning.amount());
    }

    private static String written(Standing standing) {
        Check check = standing.checks().getFirst();
        return "%s, %s %d of %d, %d missing"
                .formatted(
                        standing.rank().name(),
                        check.requirement().figure(),
                        check.actual(),
                        check.target(),
                        check.missing());
    }

    private static void assertFigures(int example, String figures, String... calculated) {
        assertThat(String.join("\n", calculated) + "\n").isEqualTo(figures);
        assertThat(DomainDocument.figures())
                .as("example %d of docs/DOMAIN.md", example)
                .containsEntry(example, figures);
    }
}
