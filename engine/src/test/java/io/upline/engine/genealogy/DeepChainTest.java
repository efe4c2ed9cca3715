package io.upline.engine.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Depth is unbounded: a chain of 100,000, one below the other in both trees.
class DeepChainTest {
    private static final int MEMBERS = 100_000;

    private final Genealogy chain = load();

    private static Genealogy load() {
        GenealogyLoader loader = new GenealogyLoader(1);
        for (int member = 0; member < MEMBERS; member++) {
            loader.add(new UUID(2, member), member - 1, member - 1, member == 0 ? 0 : 1, 0);
        }
        return loader.finish(MEMBERS);
    }

    @Test
    void aBirthAtTheEndIsCountedUpToTheRoot() {
        int last = chain.writer().draft(new UUID(3, 3), 0, 0);
        chain.writer().publish(MEMBERS + 1);

        assertThat(chain.member(last).level()).isEqualTo(MEMBERS + 1);
        assertThat(chain.downlineCount(0)).isEqualTo(MEMBERS);
        assertThat(GenealogyCheck.of(chain)).isEmpty();
    }

    @Test
    void retractingAtTheEndLeavesNoTrace() {
        chain.writer().draft(new UUID(3, 3), 0, 0);
        chain.writer().draft(new UUID(3, 4), 0, 0);
        chain.writer().retract();

        assertThat(GenealogyCheck.of(chain)).isEmpty();
    }

    @Test
    void theWholeUplineIsRead() {
        int[] expected = IntStream.iterate(MEMBERS - 2, member -> member - 1)
                .limit(MEMBERS - 1)
                .toArray();

        assertThat(chain.upline(MEMBERS - 1, Line.PLACEMENT, MEMBERS)).isEqualTo(expected);
        assertThat(chain.upline(MEMBERS - 1, Line.SPONSOR, MEMBERS)).isEqualTo(expected);
        assertThat(chain.isBelow(MEMBERS - 1, 0, Line.PLACEMENT)).isTrue();
        assertThat(chain.isBelow(0, MEMBERS - 1, Line.PLACEMENT)).isFalse();
    }

    @Test
    void allPagesTogetherAreTheChain() {
        DownlinePage page = chain.page(0, 1_000);
        int read = page.size();
        while (page.next().isPresent()) {
            page = chain.page(0, page.next().get(), 1_000);
            read += page.size();
            assertThat(page.member(page.size() - 1)).isEqualTo(read);
        }
        assertThat(read).isEqualTo(MEMBERS - 1);
    }

    @Test
    void theNestedDownlineIsReadToItsEnd() {
        DownlineTree tree = chain.downline(0, MEMBERS, MEMBERS);

        assertThat(tree.levels()).isEqualTo(MEMBERS - 1);
        assertThat(tree.isCut()).isFalse();
        assertThat(tree.depth(MEMBERS - 2)).isEqualTo(MEMBERS - 1);
    }

    @Test
    void aWiderWidthOpensEverySlot() {
        chain.writer().changeWidth(2, MEMBERS + 1);

        assertThat(GenealogyCheck.of(chain)).isEmpty();
    }

    /// The lower half of the chain under its upper end, beside the rest; then back again.
    @Test
    void halfOfTheChainMovesUpAndBack() {
        int half = MEMBERS / 2;
        chain.writer().move(half, 0, 2, 17, MEMBERS + 1);

        assertThat(chain.member(MEMBERS - 1).level()).isEqualTo(half + 1);
        assertThat(chain.member(half - 1).downline()).isZero();
        assertThat(chain.downlineCount(0)).isEqualTo(MEMBERS - 1);
        assertThat(GenealogyCheck.of(chain)).isEmpty();

        chain.writer().move(half, half - 1, 1, 18, MEMBERS + 2);

        assertThat(chain.member(MEMBERS - 1).level()).isEqualTo(MEMBERS);
        assertThat(GenealogyCheck.of(chain)).isEmpty();
    }

    @Test
    void theLastOneMovesToTheTopAndBack() {
        chain.writer().move(MEMBERS - 1, 0, 2, 17, MEMBERS + 1);

        assertThat(chain.member(MEMBERS - 1).level()).isEqualTo(2);
        assertThat(GenealogyCheck.of(chain)).isEmpty();

        chain.writer().move(MEMBERS - 1, MEMBERS - 2, 1, 18, MEMBERS + 2);

        assertThat(GenealogyCheck.of(chain)).isEmpty();
    }

    @Test
    void aSponsorChangesAtAnyDepth() {
        chain.writer().changeSponsor(MEMBERS / 2, 0, 17, MEMBERS + 1);

        assertThat(chain.upline(MEMBERS - 1, Line.SPONSOR, MEMBERS)).hasSize(MEMBERS / 2);
        assertThat(chain.sponsored(0, Genealogy.NONE, 9)).containsExactly(MEMBERS / 2, 1);
        assertThat(GenealogyCheck.of(chain)).isEmpty();

        chain.writer().changeSponsor(MEMBERS / 2, MEMBERS / 2 - 1, 18, MEMBERS + 2);

        assertThat(GenealogyCheck.of(chain)).isEmpty();
    }
}
