package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Networks.id;
import static io.upline.engine.genealogy.Networks.member;
import static io.upline.engine.genealogy.Networks.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpilloverTest {

    @ParameterizedTest
    @CsvSource({
        "A,                       A, A, 1",
        "A(B),                    A, A, 2",
        "A(. B),                  A, A, 1",
        "A(B . C),                A, A, 2",
        "A(B C D),                A, B, 1",
        "A(B(E F G) C D),         A, C, 1",
        "A(B(E F G) C D),         B, E, 1",
        "A(B(E F G) C(. H) D),    A, C, 1",
        "A(B(E F G) C(H I J) D(K L M)), A, E, 1"
    })
    void aRecruitTakesTheFirstOpenSlotBelowTheSponsor(String before, String sponsor, String parent, int position) {
        Genealogy genealogy = network(before);

        int recruit = genealogy.writer().draft(id("new"), member(genealogy, sponsor), 0);

        Placement placement = genealogy.writer().placement(recruit);
        assertThat(placement.parent()).isEqualTo(member(genealogy, parent));
        assertThat(placement.position()).isEqualTo(position);
    }

    @Test
    void aWiderNetworkOpensSlotsAtTheTop() {
        Genealogy genealogy = network(1, "A(B(C))");

        genealogy.writer().changeWidth(2, 4);

        int recruit = genealogy.writer().draft(id("D"), 0, 0);
        assertThat(genealogy.writer().placement(recruit)).isEqualTo(new Placement(0, 2, 2));
    }

    @Test
    void aNarrowerNetworkMovesNobodyAndCountsThoseWithMoreAsFull() {
        Genealogy genealogy = network("A(B C D)");

        genealogy.writer().changeWidth(2, 5);

        int recruit = genealogy.writer().draft(id("E"), 0, 0);
        assertThat(genealogy.writer().placement(recruit)).isEqualTo(new Placement(1, 1, 3));
        assertThat(genealogy.legs(0, 0, 9)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {Genealogy.MIN_WIDTH, Genealogy.MAX_WIDTH})
    void theNarrowestAndTheWidestAreFilledBeforeAnybodySpillsOver(int width) {
        Genealogy genealogy = new Genealogy(width);
        int root = genealogy.writer().draft(id("root"), Genealogy.NONE, 0);
        for (int position = 1; position <= width; position++) {
            int child = genealogy.writer().draft(id("child " + position), root, 0);
            assertThat(genealogy.writer().placement(child)).isEqualTo(new Placement(root, position, 2));
        }

        int next = genealogy.writer().draft(id("next"), root, 0);

        assertThat(genealogy.writer().placement(next)).isEqualTo(new Placement(1, 1, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {Genealogy.MIN_WIDTH - 1, Genealogy.MAX_WIDTH + 1})
    void otherWidthsAreRefused(int width) {
        assertThatThrownBy(() -> new Genealogy(width))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("width is %d: choose one from 1 to 100", width);
        assertThatThrownBy(() -> new Genealogy(3).writer().changeWidth(width, 1))
                .hasMessageContaining("choose one");
    }
}
