package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Networks.id;
import static io.upline.engine.genealogy.Networks.member;
import static io.upline.engine.genealogy.Networks.network;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The worked examples of `docs/DOMAIN.md` that are about the network.
class WorkedExamplesTest {

    @Test
    void aFourthAndAFifthRecruitSpillOverUnderTheFirstChild() {
        Genealogy genealogy = network("R(A B C)");
        int root = member(genealogy, "R");
        int first = member(genealogy, "A");

        int fourth = genealogy.writer().draft(id("D"), root, 0);
        int fifth = genealogy.writer().draft(id("E"), root, 0);
        genealogy.writer().publish(5);

        assertThat(genealogy.writer().placement(fourth)).isEqualTo(new Placement(first, 1, 3));
        assertThat(genealogy.writer().placement(fifth)).isEqualTo(new Placement(first, 2, 3));
        assertThat(genealogy.member(fourth).sponsor()).isEqualTo(root);
        assertThat(genealogy.upline(fourth, Line.PLACEMENT, 9)).containsExactly(first, root);
        assertThat(genealogy.upline(fourth, Line.SPONSOR, 9)).containsExactly(root);
    }

    @Test
    void threeChildrenWithThreeEachAreADownlineOfTwelve() {
        Genealogy genealogy = network("R(A(D E F) B(G H I) C(J K L))");

        Member root = genealogy.member(0);

        assertThat(root.downline()).isEqualTo(12);
        assertThat(root.frontline()).isEqualTo(3);
        assertThat(genealogy.legs(0, 0, 9)).extracting(Leg::size).containsExactly(4, 4, 4);
    }
}
