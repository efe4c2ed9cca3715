package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One thread moves large downlines to and fro, changes sponsors, suspends and lets members be born, while others
/// read: every answer must be one that a tree can give.
class ConcurrentMovesTest {
    private static final int MEMBERS = 40_000;
    private static final int CHAIN_MEMBERS = 10_000;
    private static final int CHANGES = 4_000;
    /// Members born first have large downlines.
    private static final int ELDERS = 300;
    /// Always stands under its sponsor, wherever it goes.
    private static final int FAITHFUL = 2;

    private final Genealogy genealogy = new Genealogy(3);
    private final GenealogyWriter writer = genealogy.writer();
    /// Who is never moved, and stands below nobody who is: about a third of all, and the root.
    private final BitSet stayers = new BitSet();

    private long time;

    @Test
    void everyAnswerIsOneThatATreeCanGive() {
        Seeds.forEachCase(1, random -> {
            build(random);
            Crowd.run(random, this::changeMany, this::readAll);
            assertThat(GenealogyCheck.of(genealogy)).isEmpty();
        });
    }

    /// A bushy tree, and in it a chain that takes more than one section to climb.
    private void build(RandomGenerator random) {
        for (int member = 0; member < MEMBERS; member++) {
            writer.draft(new UUID(1, member), member == 0 ? NONE : random.nextInt(member), 0);
        }
        int last = MEMBERS - 1;
        for (int member = 0; member < CHAIN_MEMBERS; member++) {
            last = writer.draftAt(new UUID(2, member), last, last, Genealogy.MAX_WIDTH, 0);
        }
        writer.publish(1);
        writer.moveAndChangeSponsor(FAITHFUL, 0, Genealogy.MAX_WIDTH, 0, ++time, 2);
        stayers.set(0);
        stayers.set(1);
        Arrays.stream(genealogy.page(1, Genealogy.MAX_PAGE_MEMBERS).members()).forEach(stayers::set);
        stayers.clear(FAITHFUL);
    }

    private void changeMany(RandomGenerator random) {
        for (int change = 0; change < CHANGES; change++) {
            int member = random.nextInt(1, random.nextBoolean() ? ELDERS : genealogy.members());
            int other = random.nextInt(genealogy.members());
            switch (random.nextInt(8)) {
                case 0 -> changeSponsor(member, other);
                case 1 -> suspendOrReinstate(member);
                case 2 -> {
                    writer.draft(new UUID(3, change), other, 0);
                    writer.publish(genealogy.asOf() + 1);
                }
                case 3 -> moveFaithful(random.nextInt(ELDERS), random.nextInt(1, Genealogy.MAX_WIDTH));
                default -> move(member, other, random.nextInt(1, Genealogy.MAX_WIDTH));
            }
        }
    }

    private void move(int member, int parent, int position) {
        if (member != FAITHFUL && canMove(member, parent, position)) {
            writer.move(member, parent, position, ++time, genealogy.asOf() + 1);
        }
    }

    private boolean canMove(int member, int parent, int position) {
        return !stayers.get(member)
                && member != parent
                && !writer.isBelow(parent, member, Line.PLACEMENT)
                && writer.childAt(parent, position) == NONE;
    }

    private void changeSponsor(int member, int sponsor) {
        if (member != FAITHFUL && canSponsor(sponsor, member)) {
            writer.changeSponsor(member, sponsor, ++time, genealogy.asOf() + 1);
        }
    }

    private boolean canSponsor(int sponsor, int member) {
        return member != sponsor && !writer.isBelow(sponsor, member, Line.SPONSOR);
    }

    private void moveFaithful(int elder, int position) {
        if (canMove(FAITHFUL, elder, position) && canSponsor(elder, FAITHFUL)) {
            writer.moveAndChangeSponsor(FAITHFUL, elder, position, elder, ++time, genealogy.asOf() + 1);
        }
    }

    private void suspendOrReinstate(int member) {
        if (writer.isSuspended(member)) {
            writer.reinstate(member, ++time, genealogy.asOf() + 1);
        } else {
            writer.suspend(member, ++time, genealogy.asOf() + 1);
        }
    }

    private void readAll(RandomGenerator random) {
        int elder = random.nextInt(ELDERS);
        int member = random.nextInt(genealogy.members());
        checkRoot();
        checkMember(member);
        checkFaithful();
        checkUpline(member);
        checkSponsored(elder);
        checkTree(random.nextBoolean() ? elder : member);
        checkPage(random.nextBoolean() ? 0 : elder, random.nextInt(1, 2_000));
        checkPages(random.nextInt(500, 2_000));
    }

    /// Nobody leaves the tree, so nobody is ever missing from the root's downline.
    private void checkRoot() {
        int members = genealogy.members();
        assertThat(genealogy.downlineCount(0)).isGreaterThanOrEqualTo(members - 1);
    }

    private void checkMember(int member) {
        int steps = genealogy.steadily(() -> {
            Member read = genealogy.member(member);
            return read.parent() == NONE
                    ? 1
                    : read.level() - genealogy.member(read.parent()).level();
        });
        assertThat(steps).isEqualTo(1);
    }

    /// A new place together with a new sponsor: nobody sees the one without the other.
    private void checkFaithful() {
        Member faithful = genealogy.member(FAITHFUL);
        assertThat(faithful.sponsor()).isEqualTo(faithful.parent());
    }

    private void checkUpline(int member) {
        int[] alone = genealogy.upline(member, Line.PLACEMENT, Integer.MAX_VALUE);
        assertThat(alone.length == 0 ? member : alone[alone.length - 1]).isZero();
        assertThat(Arrays.stream(alone).distinct()).hasSize(alone.length);
        assertThat(genealogy.isBelow(member, 0, Line.PLACEMENT)).isEqualTo(member != 0);
        assertThat(genealogy.<Boolean>steadily(() -> genealogy.upline(member, Line.PLACEMENT, Integer.MAX_VALUE).length
                        == genealogy.member(member).level() - 1))
                .isTrue();
        int[] sponsors = genealogy.upline(member, Line.SPONSOR, Integer.MAX_VALUE);
        assertThat(Arrays.stream(sponsors).distinct()).hasSize(sponsors.length);
    }

    private void checkSponsored(int sponsor) {
        int[] sponsored = genealogy.sponsored(sponsor, NONE, Genealogy.MAX_PAGE_MEMBERS);
        assertThat(Arrays.stream(sponsored).distinct()).hasSize(sponsored.length);
    }

    private void checkTree(int top) {
        boolean isTree = genealogy.steadily(() -> {
            DownlineTree tree = genealogy.downline(top, Integer.MAX_VALUE, 3_000);
            return IntStream.range(0, tree.size()).allMatch(offset -> isEntry(tree, offset));
        });
        assertThat(isTree).isTrue();
        DownlineTree alone = genealogy.downline(top, Integer.MAX_VALUE, 3_000);
        assertThat(IntStream.range(0, alone.size()).map(alone::member).distinct())
                .hasSize(alone.size());
    }

    private boolean isEntry(DownlineTree tree, int offset) {
        int above = tree.parentOffset(offset);
        Member member = genealogy.member(tree.member(offset));
        return member.parent() == (above == NONE ? tree.top() : tree.member(above))
                && member.level() == tree.level(offset);
    }

    private void checkPage(int top, int limit) {
        DownlinePage first = genealogy.page(top, limit);
        assertThat(Arrays.stream(first.members()).distinct()).hasSize(first.size());
        int[] levels = genealogy.steadily(
                () -> Arrays.stream(genealogy.page(top, limit).members())
                        .map(member -> genealogy.member(member).level())
                        .toArray());
        assertThat(levels).isSorted();
    }

    /// Pages read to their end, however disturbed, hold everybody who was there all the time and was not moved.
    private void checkPages(int limit) {
        BitSet read = new BitSet();
        DownlinePage page = genealogy.page(0, limit);
        Arrays.stream(page.members()).forEach(read::set);
        while (page.next().isPresent()) {
            page = genealogy.page(0, page.next().get(), limit);
            assertThat(Arrays.stream(page.members()).distinct()).hasSize(page.size());
            Arrays.stream(page.members()).forEach(read::set);
        }
        assertThat(stayers.stream().filter(member -> member != 0 && !read.get(member)))
                .isEmpty();
    }
}
