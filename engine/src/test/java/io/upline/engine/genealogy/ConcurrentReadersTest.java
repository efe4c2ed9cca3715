package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// One thread drafts, publishes and retracts while others read. Published members have ids of one kind and
/// retracted ones of another, so that a reader can tell when it sees what was never published.
class ConcurrentReadersTest {
    private static final int MEMBERS = 300_000;
    private static final long PUBLISHED = 1;
    private static final long RETRACTED = 2;
    private static final int RENAMED = 2_000;

    private Genealogy genealogy = new Genealogy(3);

    @Test
    void readersNeverSeeADraftNorABrokenTree() {
        run(400, random -> {
            int members = genealogy.members();
            checkCounts(members);
            checkMember(random.nextInt(members));
            checkUpline(random.nextInt(members));
            checkPages(random.nextInt(members));
            checkTree(random.nextInt(members));
            assertThat(genealogy.indexOf(new UUID(RETRACTED, random.nextInt(200))))
                    .isEqualTo(NONE);
        });
    }

    /// The place in the log is the number of members here, so a root that counts too few or too many was read
    /// half-way.
    @Test
    void aSmallBatchAppearsAtOnceWithItsCounts() {
        run(6, random -> {
            Member root = genealogy.member(0);
            assertThat(root.asOf()).isEqualTo(root.downline() + 1).isEqualTo(root.sponsorDownline() + 1);
            int member = random.nextInt((int) root.asOf());
            assertThat(genealogy.indexOf(new UUID(PUBLISHED, member))).isEqualTo(member);
        });
    }

    /// As above: every member that the place in the log includes is on the page and in the tree. The batches are of
    /// one, so that many fall into a moment between two looks.
    @Test
    void whatAnAnswerStandsForIsInIt() {
        run(2, random -> {
            DownlinePage page = genealogy.page(0, Genealogy.MAX_PAGE_MEMBERS);
            assertThat(page.size()).isGreaterThanOrEqualTo((int) Math.min(page.asOf() - 1, Genealogy.MAX_PAGE_MEMBERS));
            DownlineTree tree = genealogy.downline(0, Integer.MAX_VALUE, MEMBERS);
            assertThat(tree.size()).isGreaterThanOrEqualTo((int) tree.asOf() - 1);
            assertThat(tree.total()).isGreaterThanOrEqualTo(tree.size());
        });
    }

    /// A member goes by one name at a time, and by a free one: whoever is found by an id had it, and the id of anybody
    /// leads to nobody else. Its two halves always belong together.
    @Test
    void nobodyIsTakenForSomebodyElseWhileMembersGetOtherIds() {
        Seeds.forEachCase(1, random -> {
            genealogy = new Genealogy(3);
            write(random, 0, RENAMED);
            Crowd.run(random, this::renameMany, own -> {
                int member = own.nextInt(RENAMED);
                UUID userId = genealogy.member(member).userId();
                assertThat(userId.getLeastSignificantBits() % RENAMED).isEqualTo(member);
                assertThat(userId.getMostSignificantBits())
                        .isEqualTo(PUBLISHED + userId.getLeastSignificantBits() / RENAMED);
                assertThat(genealogy.indexOf(userId)).isIn(member, NONE);
                assertThat(genealogy.<Boolean>steadily(() -> genealogy.indexOf(genealogy.userId(member)) == member))
                        .isTrue();
            });
            assertThat(GenealogyCheck.of(genealogy)).isEmpty();
        });
    }

    private void renameMany(RandomGenerator random) {
        for (int change = 0; change < 300_000; change++) {
            int member = random.nextInt(RENAMED);
            long times = genealogy.userId(member).getMostSignificantBits() - PUBLISHED + 1;
            UUID before = genealogy.userId(member);
            genealogy
                    .writer()
                    .rename(
                            member,
                            new UUID(PUBLISHED + times, times * RENAMED + member),
                            change,
                            genealogy.asOf() + 1);
            assertThat(genealogy.indexOf(before)).isEqualTo(NONE);
        }
    }

    /// Writes in batches of less than `maxBirths` until there are enough members, while readers run `check` again
    /// and again.
    private void run(int maxBirths, Consumer<RandomGenerator> check) {
        Seeds.forEachCase(1, random -> {
            genealogy = new Genealogy(3);
            write(random, 0, 1);
            Crowd.run(random, own -> writeAll(own, maxBirths), check);
            assertThat(genealogy.members()).isGreaterThanOrEqualTo(MEMBERS);
            assertThat(GenealogyCheck.of(genealogy)).isEmpty();
        });
    }

    private void writeAll(RandomGenerator random, int maxBirths) {
        while (genealogy.members() < MEMBERS) {
            write(random, genealogy.members(), random.nextInt(1, maxBirths));
            retract(random, random.nextInt(maxBirths / 2));
        }
    }

    private void write(RandomGenerator random, int first, int births) {
        for (int birth = first; birth < first + births; birth++) {
            genealogy.writer().draft(new UUID(PUBLISHED, birth), sponsor(random, birth), birth);
        }
        genealogy.writer().publish(first + births);
    }

    private void retract(RandomGenerator random, int drafts) {
        for (int draft = 0; draft < drafts; draft++) {
            genealogy.writer().draft(new UUID(RETRACTED, draft), sponsor(random, genealogy.members()), 0);
        }
        genealogy.writer().retract();
    }

    private static int sponsor(RandomGenerator random, int members) {
        return members == 0 ? NONE : random.nextInt(4) == 0 ? 0 : random.nextInt(members);
    }

    private void checkCounts(int members) {
        int counted = genealogy.downlineCount(0);
        assertThat(counted).isGreaterThanOrEqualTo(members - 1);
        assertThat(genealogy.downlineCount(0)).isGreaterThanOrEqualTo(counted);
    }

    private void checkMember(int member) {
        Member read = genealogy.member(member);
        assertThat(read.userId()).isEqualTo(new UUID(PUBLISHED, member));
        assertThat(genealogy.indexOf(read.userId())).isEqualTo(member);
        assertThat(genealogy.legs(member, 0, 9)).isSortedAccordingTo((a, b) -> a.position() - b.position());
        for (int recruit : genealogy.sponsored(member, NONE, 50)) {
            assertThat(genealogy.member(recruit).sponsor()).isEqualTo(member);
        }
    }

    private void checkUpline(int member) {
        for (Line line : Line.values()) {
            int[] upline = genealogy.upline(member, line, Integer.MAX_VALUE);
            assertThat(upline.length == 0 ? member : upline[upline.length - 1]).isZero();
        }
        assertThat(genealogy.upline(member, Line.PLACEMENT, Integer.MAX_VALUE))
                .hasSize(genealogy.member(member).level() - 1);
    }

    private void checkPages(int member) {
        int level = 0;
        DownlinePage page = genealogy.page(member, 40);
        for (int pages = 0; pages < 3; pages++) {
            for (int offset = 0; offset < page.size(); offset++) {
                int below = genealogy.member(page.member(offset)).level();
                assertThat(below).isGreaterThanOrEqualTo(level);
                level = below;
            }
            if (page.next().isEmpty()) {
                return;
            }
            page = genealogy.page(member, page.next().get(), 40);
        }
    }

    private void checkTree(int member) {
        DownlineTree tree = genealogy.downline(member, 6, 300);
        for (int offset = 0; offset < tree.size(); offset++) {
            int parent = tree.parentOffset(offset) == NONE ? member : tree.member(tree.parentOffset(offset));
            assertThat(genealogy.member(tree.member(offset)).parent()).isEqualTo(parent);
        }
        assertThat(tree.isCut() ? tree.total() : tree.size()).isLessThanOrEqualTo(genealogy.downlineCount(member));
    }
}
