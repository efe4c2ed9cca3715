package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;
import static io.upline.engine.genealogy.Networks.id;
import static io.upline.engine.genealogy.Networks.member;
import static io.upline.engine.genealogy.Networks.names;
import static io.upline.engine.genealogy.Networks.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingTest {
    private static final String NAMES = "A B C D E F G";

    private final Genealogy genealogy = network("A(B(D E(F)) C)");
    private final GenealogyWriter writer = genealogy.writer();

    private int at(String name) {
        return member(genealogy, name);
    }

    @Test
    void aMoveTakesEverybodyBelowAlong() {
        writer.move(at("B"), at("C"), 2, 17, 7);

        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
        assertThat(genealogy.member(at("B")))
                .isEqualTo(new Member(at("B"), id("B"), 0, at("C"), 2, 3, 0, 17, false, 2, 3, 2, 3, 7));
        assertThat(genealogy.member(at("F")).level()).isEqualTo(5);
        assertThat(genealogy.member(at("F")).updatedAtMicros()).isEqualTo(Member.NEVER);
        assertThat(names(genealogy, genealogy.page(0, 9).members(), NAMES)).isEqualTo("C B D E F");
        assertThat(genealogy.asOf()).isEqualTo(7);
    }

    @Test
    void thePlaceThatWasLeftIsFilledAgainFirst() {
        writer.move(at("B"), at("C"), 1, 17, 7);

        assertThat(writer.leftmostFree(0)).isEqualTo(1);
        assertThat(writer.placement(writer.draft(id("G"), 0, 0))).isEqualTo(new Placement(0, 1, 2));
    }

    @Test
    void aMoveMayChangeThePositionAlone() {
        writer.move(at("B"), 0, 3, 17, 7);

        assertThat(names(genealogy, genealogy.page(0, 9).members(), NAMES)).isEqualTo("C B D E F");
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    @Test
    void aRootMayBeMovedBelowAnother() {
        Genealogy two = network("A(B) C(D)");

        two.writer().move(member(two, "C"), member(two, "B"), 100, 17, 4);

        assertThat(two.member(3).level()).isEqualTo(4);
        assertThat(two.summary().roots()).isEqualTo(1);
        assertThat(GenealogyCheck.of(two)).isEmpty();
    }

    @Test
    void aNewPlaceAndANewSponsorAreOneChange() {
        writer.moveAndChangeSponsor(at("B"), at("C"), 2, at("C"), 17, 7);

        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
        assertThat(genealogy.member(at("B")))
                .isEqualTo(new Member(at("B"), id("B"), at("C"), at("C"), 2, 3, 0, 17, false, 2, 3, 2, 3, 7));
        refused(() -> writer.moveAndChangeSponsor(at("B"), at("C"), 2, 0, 18, 8), "is taken by member 1");
        refused(() -> writer.moveAndChangeSponsor(at("B"), 0, 1, at("F"), 18, 8), "nobody stands below themselves");
    }

    @ParameterizedTest
    @CsvSource({
        "B, B, 3, nobody stands below themselves",
        "B, F, 1, nobody stands below themselves",
        "B, A, 1, is taken by member 1",
        "C, B, 2, is taken by member 3",
        "B, C, 0, it must be from 1 to 100",
        "B, C, 101, it must be from 1 to 100"
    })
    void aMoveThatCannotBeIsRefusedAndLeavesNoTrace(String member, String parent, int position, String why) {
        refused(() -> writer.move(at(member), at(parent), position, 17, 7), why);
    }

    @Test
    void strangersAreRefused() {
        refused(() -> writer.move(6, 0, 3, 17, 7), "member 6 is unknown");
        refused(() -> writer.move(1, 6, 3, 17, 7), "parent 6 is unknown");
        refused(() -> writer.move(1, NONE, 0, 17, 7), "parent -1 is unknown");
        refused(() -> writer.changeSponsor(6, 0, 17, 7), "member 6 is unknown");
        refused(() -> writer.changeSponsor(1, NONE, 17, 7), "sponsor -1 is unknown");
        refused(() -> writer.changeSponsor(1, 1, 17, 7), "nobody stands below themselves");
        refused(() -> writer.changeSponsor(at("B"), at("F"), 17, 7), "nobody stands below themselves");
        refused(() -> writer.suspend(6, 17, 7), "member 6 is unknown");
        refused(() -> writer.reinstate(1, 17, 7), "is not suspended");
        refused(() -> writer.rename(6, UUID.randomUUID(), 17, 7), "member 6 is unknown");
        refused(() -> writer.rename(1, id("C"), 17, 7), "is already member 5");
        refused(() -> writer.rename(1, UUID.randomUUID(), 17, 5), "as of 5 is before 6");
        refused(() -> writer.move(1, at("C"), 3, 17, 5), "as of 5 is before 6");
    }

    private void refused(Runnable change, String why) {
        List<Member> before = everybody();
        assertThatIllegalArgumentException().isThrownBy(change::run).withMessageContaining(why);
        assertThat(everybody()).isEqualTo(before);
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    private List<Member> everybody() {
        List<Member> members = new ArrayList<>();
        genealogy.forEach(members::add);
        return members;
    }

    @Test
    void nothingChangesUnderPendingDrafts() {
        writer.draft(id("G"), 0, 0);

        for (Consumer<GenealogyWriter> change : List.<Consumer<GenealogyWriter>>of(
                w -> w.move(1, at("C"), 3, 17, 7),
                w -> w.changeSponsor(at("E"), 0, 17, 7),
                w -> w.moveAndChangeSponsor(1, at("C"), 3, 0, 17, 7),
                w -> w.suspend(1, 17, 7),
                w -> w.reinstate(1, 17, 7),
                w -> w.rename(1, UUID.randomUUID(), 17, 7))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> change.accept(writer))
                    .withMessageContaining("1 drafts are pending");
        }
    }

    @Test
    void whoGetsAnotherSponsorIsTheLatestOfThem() {
        writer.changeSponsor(at("D"), 0, 17, 7);

        assertThat(names(genealogy, genealogy.sponsored(0, NONE, 9), NAMES)).isEqualTo("D C B");
        assertThat(names(genealogy, genealogy.sponsored(0, at("D"), 9), NAMES)).isEqualTo("C B");
        assertThat(genealogy.member(at("D")).parent()).isEqualTo(at("B"));
        assertThat(genealogy.member(at("D")).updatedAtMicros()).isEqualTo(17);
        assertThat(genealogy.member(at("B")).sponsorDownline()).isEqualTo(2);
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> genealogy.sponsored(at("B"), at("D"), 9))
                .withMessage("member %d was not sponsored by member 1", at("D"));
    }

    @Test
    void aSuspendedMemberKeepsThePlaceAndCounts() {
        writer.suspend(at("B"), 17, 7);

        assertThat(genealogy.isSuspended(at("B"))).isTrue();
        assertThat(genealogy.member(at("B")).suspended()).isTrue();
        assertThat(genealogy.downlineCount(0)).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.suspend(at("B"), 18, 8))
                .withMessageContaining("suspended already");

        writer.reinstate(at("B"), 18, 8);

        assertThat(genealogy.isSuspended(at("B"))).isFalse();
        assertThat(genealogy.member(at("B")).updatedAtMicros()).isEqualTo(18);
    }

    @Test
    void whoeverGetsAnotherIdIsFoundByThatAloneAndStaysWhatTheyWere() {
        Member before = genealogy.member(at("B"));
        UUID another = UUID.randomUUID();

        writer.rename(at("B"), another, 17, 7);

        assertThat(genealogy.indexOf(before.userId())).isEqualTo(NONE);
        assertThat(genealogy.indexOf(another)).isEqualTo(before.index());
        Member after = genealogy.member(before.index());
        assertThat(after.userId()).isEqualTo(another);
        assertThat(after.updatedAtMicros()).isEqualTo(17);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("userId", "updatedAtMicros", "asOf")
                .isEqualTo(before);
        assertThat(genealogy.asOf()).isEqualTo(7);

        writer.draft(before.userId(), before.index(), 18);
        writer.publish(8);

        assertThat(genealogy.indexOf(before.userId())).isEqualTo(genealogy.members() - 1);
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    @Test
    void theMarkOfASuspensionSurvivesBirthsBelowAndMoves() {
        writer.suspend(at("C"), 17, 7);
        writer.draft(id("G"), at("C"), 0);
        writer.publish(8);
        writer.move(at("C"), at("D"), 2, 18, 9);

        assertThat(genealogy.member(at("C")).suspended()).isTrue();
        assertThat(genealogy.member(at("C")).position()).isEqualTo(2);
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    @Test
    void aFullMemberHasNoFreePosition() {
        Genealogy narrow = network(2, "A(B C)");

        assertThat(narrow.writer().isFull(0)).isTrue();
        assertThat(narrow.writer().isFull(1)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> narrow.writer().leftmostFree(0))
                .withMessageContaining("is full");
    }

    /// B moved to the right of C, so whoever continued after B would never see C.
    @Test
    void aPageAfterAMemberWhoMovedBeginsWithThatDepth() {
        PageEnd end = genealogy.page(0, 1).next().orElseThrow();
        writer.move(at("B"), 0, 3, 17, 7);

        assertThat(names(genealogy, genealogy.page(0, end, 9).members(), NAMES)).isEqualTo("C B D E F");
    }

    @Test
    void aPageAfterAMemberWhoStaysContinuesWhateverMovesElsewhere() {
        PageEnd end = genealogy.page(0, 3).next().orElseThrow();
        writer.move(at("F"), at("C"), 1, 17, 7);

        assertThat(names(genealogy, genealogy.page(0, end, 9).members(), NAMES)).isEqualTo("E F");
    }

    @Test
    void aPieceOfALineTellsWhenItWasChanged() {
        int top = 0;
        writer.move(at("C"), at("D"), 3, 16, 7);
        assertThat(genealogy.lineChangedAtMicros(at("F"), Line.PLACEMENT, top, 3))
                .hasValue(Member.NEVER);
        writer.suspend(at("E"), 17, 8);
        writer.changeSponsor(at("F"), top, 18, 9);

        assertThat(genealogy.lineChangedAtMicros(at("F"), Line.PLACEMENT, top, 3))
                .hasValue(18);
        assertThat(genealogy.lineChangedAtMicros(at("E"), Line.PLACEMENT, top, 2))
                .hasValue(17);
        assertThat(genealogy.lineChangedAtMicros(at("F"), Line.PLACEMENT, top, 2))
                .isEmpty();
        assertThat(genealogy.lineChangedAtMicros(at("F"), Line.SPONSOR, top, 1)).hasValue(18);
        assertThat(genealogy.lineChangedAtMicros(at("F"), Line.SPONSOR, at("E"), 1))
                .isEmpty();
    }

    @Test
    void aQuestionThatIsAskedSteadilyIsAskedAgainAfterAChange() {
        List<Integer> levels = new ArrayList<>();

        String answer = genealogy.steadily(() -> {
            levels.add(genealogy.member(at("F")).level());
            if (levels.size() < 3) {
                writer.move(at("E"), at(levels.size() == 1 ? "C" : "B"), 3, 17, 7);
            }
            return Arrays.toString(genealogy.upline(at("F"), Line.PLACEMENT, 9));
        });

        assertThat(levels).containsExactly(4, 4, 4);
        assertThat(answer).isEqualTo(Arrays.toString(new int[] {at("E"), at("B"), 0}));
    }

    @Test
    void aQuestionThatIsDisturbedAgainAndAgainIsAskedWhileTheWriterWaits() {
        List<Boolean> asked = new ArrayList<>();

        boolean answer = genealogy.steadily(() -> {
            asked.add(true);
            if (asked.size() <= 3) {
                toggle(at("B"));
            }
            return genealogy.steadily(() -> genealogy.isSuspended(at("B")));
        });

        assertThat(answer).isTrue();
        assertThat(asked).hasSize(4);
    }

    private void toggle(int member) {
        if (writer.isSuspended(member)) {
            writer.reinstate(member, 17, genealogy.asOf() + 1);
        } else {
            writer.suspend(member, 17, genealogy.asOf() + 1);
        }
    }

    @Test
    void birthsDoNotDisturbAQuestion() {
        List<Boolean> asked = new ArrayList<>();

        genealogy.steadily(() -> {
            asked.add(true);
            writer.draft(id("G" + asked.size()), 0, 0);
            writer.publish(genealogy.asOf() + 1);
            return genealogy.members();
        });

        assertThat(asked).hasSize(1);
    }
}
