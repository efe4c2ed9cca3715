package io.upline.engine.rank;

import static io.upline.engine.plan.Plans.rank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.upline.engine.plan.Ladder;
import io.upline.engine.plan.Rank;
import io.upline.engine.plan.Requirement.Frontline;
import io.upline.engine.plan.Requirement.PersonallySponsored;
import io.upline.engine.plan.Requirement.TotalDownline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final Ladder DEFAULT = new Ladder(List.of(
            rank("Bronze", new TotalDownline(3)),
            rank("Silver", new TotalDownline(10)),
            rank("Gold", new TotalDownline(25)),
            rank("Diamond", new TotalDownline(50))));

    /// Worked example 3: the original counted direct children only, of whom there are at most the width.
    @Test
    void threeChildrenWithThreeEachMakeSilverAlthoughOnlyThreeAreDirect() {
        assertThat(Verdict.of(DEFAULT, new Figures(12, 3, 3)).rankName()).isEqualTo("Silver");
    }

    @ParameterizedTest
    @CsvSource({
        "0,No rank",
        "2,No rank",
        "3,Bronze",
        "9,Bronze",
        "10,Silver",
        "24,Silver",
        "25,Gold",
        "49,Gold",
        "50,Diamond",
        "1000000,Diamond"
    })
    void aRankIsEarnedFromItsThresholdOn(int downline, String expected) {
        assertThat(Verdict.of(DEFAULT, new Figures(downline, 3, 0)).rankName()).isEqualTo(expected);
    }

    @Test
    void theNextRankSaysWhatIsMissing() {
        Verdict verdict = Verdict.of(DEFAULT, new Figures(12, 3, 3));
        assertThat(verdict.next()).hasValueSatisfying(next -> {
            assertThat(next.rank().name()).isEqualTo("Gold");
            assertThat(next.checks()).containsExactly(new Check(new TotalDownline(25), 12));
            assertThat(next.checks().getFirst().missing()).isEqualTo(13);
        });
    }

    @Test
    void atTheTopThereIsNoNextRank() {
        Verdict verdict = Verdict.of(DEFAULT, new Figures(50, 3, 3));
        assertThat(verdict.next()).isEmpty();
        assertThat(verdict.standings()).hasSize(4).allMatch(Standing::isMet);
    }

    @Test
    void everyRequirementIsShownWithActualAndTarget() {
        Rank gold = rank("Gold", new TotalDownline(20), new Frontline(2), new PersonallySponsored(5));
        Verdict verdict = Verdict.of(new Ladder(List.of(gold)), new Figures(30, 2, 4));
        assertThat(verdict.earned()).isEmpty();
        assertThat(verdict.rankName()).isEqualTo(Rank.NO_RANK);
        assertThat(verdict.next().orElseThrow().checks())
                .extracting(Check::actual, Check::target, Check::missing, Check::isMet)
                .containsExactly(tuple(30, 20, 0, true), tuple(2, 2, 0, true), tuple(4, 5, 1, false));
    }

    @Test
    void whoeverEarnsARankMeetsEveryRankBelowIt() {
        Verdict verdict = Verdict.of(DEFAULT, new Figures(25, 0, 0));
        assertThat(verdict.earned().orElseThrow().rank().name()).isEqualTo("Gold");
        assertThat(verdict.standings()).extracting(Standing::isMet).containsExactly(true, true, true, false);
    }

    @Test
    void aRankThatAsksForZeroIsEveryones() {
        Ladder ladder = new Ladder(List.of(rank("Member", new TotalDownline(0))));
        assertThat(Verdict.of(ladder, new Figures(0, 0, 0)).rankName()).isEqualTo("Member");
    }

    @Test
    void withoutRanksNobodyHasOne() {
        Verdict verdict = Verdict.of(new Ladder(List.of()), new Figures(9, 9, 9));
        assertThat(verdict.rankName()).isEqualTo(Rank.NO_RANK);
        assertThat(verdict.next()).isEmpty();
    }

    @Test
    void figuresAreNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Figures(-1, 0, 0));
    }
}
