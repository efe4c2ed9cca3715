package io.upline.engine.plan;

import static io.upline.engine.plan.Plans.rank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.upline.engine.plan.Requirement.Frontline;
import io.upline.engine.plan.Requirement.PersonallySponsored;
import io.upline.engine.plan.Requirement.TotalDownline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {

    private static final Rank BRONZE = rank("Bronze", new TotalDownline(3), new PersonallySponsored(1));

    @Test
    void eachRankAsksForMoreOfSomethingAndLessOfNothing() {
        Rank silver = rank("Silver", new PersonallySponsored(1), new TotalDownline(3), new Frontline(1));
        Rank gold = rank("Gold", new TotalDownline(4), new PersonallySponsored(1), new Frontline(1));
        assertThat(new Ladder(List.of(BRONZE, silver, gold)).ranks()).hasSize(3);
    }

    @Test
    void aRankThatAsksForLessThanTheOneBelowIsRefused() {
        assertThat(faultAboveBronze(rank("Silver", new TotalDownline(2), new PersonallySponsored(5))))
                .isEqualTo("\"Silver\" comes after \"Bronze\", which asks for downline 3; "
                        + "ask for at least that, or put the lower rank first");
    }

    @Test
    void aRankThatLeavesOutWhatTheOneBelowAsksForIsRefused() {
        assertThat(faultAboveBronze(rank("Silver", new TotalDownline(10)))).contains("asks for sponsored 1");
    }

    @Test
    void aRankThatAsksForNothingMoreIsRefused() {
        assertThat(faultAboveBronze(rank("Silver", new TotalDownline(3), new PersonallySponsored(1), new Frontline(0))))
                .contains("asks for nothing more than \"Bronze\"");
    }

    @Test
    void namesThatDifferOnlyInCapitalLettersAreTheSame() {
        Rank silver = rank("Silver", new TotalDownline(5), new PersonallySponsored(1));
        Rank again = rank("BRONZE", new TotalDownline(9), new PersonallySponsored(1));
        assertThat(Ladder.faultOnTop(List.of(BRONZE, silver), again))
                .hasValue("the name \"BRONZE\" is taken by a rank above; give each its own");
    }

    @Test
    void aLadderMayReachItsLimitOfRanksAndNoMore() {
        assertThat(ladder(Ladder.MAX_RANKS).ranks()).hasSize(Ladder.MAX_RANKS);
        assertThatIllegalArgumentException().isThrownBy(() -> ladder(Ladder.MAX_RANKS + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gold", "Gold Director", "Élite ★", "钻石", "1234567890123456789012345678901234567890"})
    void aRankMayHaveAnyReadableName(String name) {
        assertThat(Rank.faultInName(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Gold", "Gold ", "a\nb", "a\u2028b", "a\u200bb", "No rank", "NO RANK", "\ud800"})
    void aNameThatMisleadsIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> rank(name, new TotalDownline(1)));
    }

    @Test
    void aNameHasALongestLength() {
        assertThat(Rank.faultInName("x".repeat(Rank.MAX_NAME_LENGTH))).isEmpty();
        assertThat(Rank.faultInName("x".repeat(Rank.MAX_NAME_LENGTH + 1))).isPresent();
    }

    @Test
    void aRankAsksForSomethingAndForNothingTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> rank("Bronze")).withMessageContaining("nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rank("Bronze", new Frontline(1), new Frontline(2)))
                .withMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Requirement.MAX_AT_LEAST + 1})
    void aNumberOutsideTheLimitsCantBeRequired(int atLeast) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TotalDownline(atLeast));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frontline(atLeast));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonallySponsored(atLeast));
        assertThat(Requirement.faultIn(0)).isEmpty();
        assertThat(Requirement.faultIn(Requirement.MAX_AT_LEAST)).isEmpty();
    }

    private static String faultAboveBronze(Rank rank) {
        return Ladder.faultOnTop(List.of(BRONZE), rank).orElseThrow();
    }

    private static Ladder ladder(int count) {
        return new Ladder(IntStream.range(0, count)
                .mapToObj(i -> rank("Rank " + i, new TotalDownline(i + 1)))
                .toList());
    }
}
