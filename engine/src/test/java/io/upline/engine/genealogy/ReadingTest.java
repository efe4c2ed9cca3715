package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Networks.member;
import static io.upline.engine.genealogy.Networks.names;
import static io.upline.engine.genealogy.Networks.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final String NAMES = "A B C D E F";

    private final Genealogy genealogy = network("A(B(D E(F)) C)");

    @Test
    void pagesAreBreadthFirstWhateverTheOrderOfBirth() {
        DownlinePage first = genealogy.page(0, 3);
        DownlinePage second = genealogy.page(0, first.next().orElseThrow(), 3);

        assertThat(names(genealogy, first.members(), NAMES)).isEqualTo("B C D");
        assertThat(names(genealogy, second.members(), NAMES)).isEqualTo("E F");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aPageThatHoldsExactlyTheRestIsTheLast() {
        assertThat(genealogy.page(0, 5).next()).isEmpty();
        assertThat(genealogy.page(0, 4).next()).contains(new PageEnd(member(genealogy, "E"), 2, Member.NEVER));
        assertThat(genealogy.page(member(genealogy, "C"), 1).size()).isZero();
    }

    @Test
    void aPageAfterSomebodyWhoIsNotThereBeginsWithThatDepth() {
        int outside = member(genealogy, "C");

        assertThat(pageAfter(0, new PageEnd(outside, 2, Member.NEVER))).isEqualTo("D E F");
        assertThat(pageAfter(0, new PageEnd(0, 3, Member.NEVER))).isEqualTo("F");
        assertThat(pageAfter(0, new PageEnd(outside, 1, 17))).isEqualTo("B C D E F");
        assertThat(pageAfter(1, new PageEnd(outside, Integer.MAX_VALUE, 17))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new PageEnd(outside, 0, 17));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pageAfter(0, new PageEnd(6, 1, 17)))
                .withMessageContaining("6 members");
    }

    private String pageAfter(int top, PageEnd end) {
        return names(genealogy, genealogy.page(top, end, 9).members(), NAMES);
    }

    @Test
    void limitsOutsideOfTheirRangeAreRefused() {
        assertThat(genealogy.page(0, Genealogy.MAX_PAGE_MEMBERS).size()).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> genealogy.page(0, Genealogy.MAX_PAGE_MEMBERS + 1))
                .withMessage("limit is 100001: choose one from 1 to 100000");
        assertThatIllegalArgumentException().isThrownBy(() -> genealogy.page(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> genealogy.upline(0, Line.SPONSOR, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> genealogy.member(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> genealogy.member(6))
                .withMessageContaining("6 members");
    }

    @Test
    void aNestedDownlineStopsAfterTheLastWholeLevelThatFits() {
        DownlineTree tree = genealogy.downline(0, 9, 4);
        DownlineTree cut = genealogy.downline(0, 9, 3);

        assertThat(tree.size()).isEqualTo(4);
        assertThat(tree.levels()).isEqualTo(2);
        assertThat(tree.isCut()).isTrue();
        assertThat(tree.total()).isEqualTo(5);
        assertThat(cut.size()).isEqualTo(2);
        assertThat(cut.downlineCount(0)).isEqualTo(3);
        assertThat(cut.children(0)).isZero();
        assertThat(genealogy.downline(0, 3, 5).isCut()).isFalse();
    }

    @Test
    void aLeafHasAnEmptyDownline() {
        DownlineTree tree = genealogy.downline(member(genealogy, "F"), 9, 9);

        assertThat(tree.size() + tree.levels() + tree.frontline()).isZero();
        assertThat(tree.isCut()).isFalse();
    }

    @Test
    void everyMemberIsVisitedInOrderOfBirth() {
        List<Integer> downlines = new ArrayList<>();

        genealogy.forEach(member -> downlines.add(member.downline()));

        assertThat(downlines).containsExactly(5, 3, 0, 1, 0, 0);
        assertThat(genealogy.summary()).isEqualTo(new NetworkSummary(6, 1, 0, 4, 5, 6));
    }
}
