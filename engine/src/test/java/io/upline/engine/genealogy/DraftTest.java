package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;
import static io.upline.engine.genealogy.Networks.id;
import static io.upline.engine.genealogy.Networks.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftTest {
    private final Genealogy genealogy = network("A(B)");
    private final GenealogyWriter writer = genealogy.writer();

    @Test
    void aDraftIsSeenByTheWriterOnly() {
        int draft = writer.draft(id("C"), 0, 7);

        assertThat(writer.find(id("C"))).isEqualTo(draft);
        assertThat(writer.userId(draft)).isEqualTo(id("C"));
        assertThat(writer.sponsor(draft)).isZero();
        assertThat(writer.drafts()).isEqualTo(1);
        assertThat(genealogy.indexOf(id("C"))).isEqualTo(NONE);
        assertThat(genealogy.members()).isEqualTo(2);
        assertThat(genealogy.member(0).downline()).isEqualTo(1);
        assertThat(genealogy.legs(0, 0, 9)).hasSize(1);
        assertThat(genealogy.sponsored(0, NONE, 9)).containsExactly(1);
        assertThatThrownBy(() -> genealogy.member(draft)).hasMessageContaining("member 2 is unknown");
    }

    @Test
    void publishingShowsAllDraftsAtOnceAndCountsThem() {
        int draft = writer.draft(id("C"), 0, 7);
        int below = writer.draft(id("D"), draft, 8);

        writer.publish(9);

        assertThat(genealogy.asOf()).isEqualTo(9);
        assertThat(genealogy.downlineCount(0)).isEqualTo(3);
        assertThat(genealogy.member(draft))
                .isEqualTo(new Member(draft, id("C"), 0, 0, 2, 2, 7, Member.NEVER, false, 1, 1, 1, 1, 9));
        assertThat(genealogy.indexOf(id("D"))).isEqualTo(below);
        assertThat(writer.drafts()).isZero();
    }

    @Test
    void aRetractedDraftsIndexAndIdAreFreeAgain() {
        int draft = writer.draft(id("C"), 0, 7);

        writer.retract();

        assertThat(writer.find(id("C"))).isEqualTo(NONE);
        assertThat(writer.draft(id("C"), 1, 7)).isEqualTo(draft);
    }

    @Test
    void everybodyIsStillFoundAfterManyDraftsWereRetracted() {
        Genealogy large = new Genealogy(3);
        for (int member = 0; member < 120_000; member++) {
            if (member == 40_000) {
                large.writer().publish(member);
            }
            large.writer().draft(new UUID(member, member), member == 0 ? NONE : member / 2, 0);
        }

        large.writer().retract();

        assertThat(large.members()).isEqualTo(40_000);
        assertThat(GenealogyCheck.of(large)).isEmpty();
    }

    @Test
    void publishingWithoutDraftsMovesOnlyThePlaceInTheLog() {
        writer.publish(12);

        assertThat(genealogy.asOf()).isEqualTo(12);
        assertThat(genealogy.members()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.publish(11))
                .withMessageContaining("before 12");
    }

    @Test
    void aUserJoinsOnce() {
        writer.draft(id("C"), 0, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.draft(id("A"), 0, 0))
                .withMessageContaining("once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.draft(id("C"), 0, 0))
                .withMessageContaining("once");
    }

    @Test
    void aBirthFromTheLogThatCannotBeIsRefusedAndLeavesNoTrace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.draftAt(id("C"), 0, 0, 1, 0))
                .withMessage("position 1 under member 0 is taken by member 1: reload from the database");
        assertThatIllegalArgumentException().isThrownBy(() -> writer.draftAt(id("C"), 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.draftAt(id("C"), 0, 0, 101, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.draftAt(id("C"), NONE, NONE, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.draftAt(id("C"), 0, 2, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.draft(id("C"), 2, 0));
        assertThat(writer.drafts()).isZero();
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    @Test
    void aBirthFromTheLogMayStandBeyondTheWidthInForce() {
        int draft = writer.draftAt(id("C"), 0, 0, 100, 0);
        writer.publish(3);

        assertThat(genealogy.member(draft).position()).isEqualTo(100);
        assertThat(genealogy.legs(0, 1, 9)).containsExactly(new Leg(draft, 100, 1));
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    @Test
    void theWidthDoesNotChangeUnderPendingDrafts() {
        writer.draft(id("C"), 0, 0);

        assertThatIllegalStateException()
                .isThrownBy(() -> writer.changeWidth(5, 9))
                .withMessageContaining("1 drafts");
    }
}
