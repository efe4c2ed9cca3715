package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// One thread drafts, publishes and retracts while others read. Published members have ids of one kind and
/// retracted ones of another, so that a reader can tell when it sees what was never published.
class ConcurrentReadersTest {
    private static final int MEMBERS = 300_000;
    private static final int READERS = 3;
    private static final long PUBLISHED = 1;
    private static final long RETRACTED = 2;

    private final Genealogy genealogy = new Genealogy(3);

    @Test
    void readersNeverSeeADraftNorABrokenTree() throws Exception {
        long seed = System.nanoTime();
        run(seed, 400, random -> {
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
    void aSmallBatchAppearsAtOnceWithItsCounts() throws Exception {
        long seed = System.nanoTime();
        run(seed, 6, random -> {
            Member root = genealogy.member(0);
            assertThat(root.asOf()).isEqualTo(root.downline() + 1).isEqualTo(root.sponsorDownline() + 1);
            int member = random.nextInt((int) root.asOf());
            assertThat(genealogy.indexOf(new UUID(PUBLISHED, member))).isEqualTo(member);
        });
    }

    /// Writes in batches of less than `maxBirths` until there are enough members, while readers run `check` again
    /// and again.
    private void run(long seed, int maxBirths, Consumer<RandomGenerator> check) throws Exception {
        write(new SplittableRandom(seed), 0, 1);
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS + 1)) {
            Future<?> writer = threads.submit(() -> writeAll(seed, maxBirths));
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                RandomGenerator random = new SplittableRandom(seed + reader);
                readers.add(threads.submit(() -> readUntilDone(writer, random, check)));
            }
            writer.get();
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
        assertThat(genealogy.members()).isGreaterThanOrEqualTo(MEMBERS);
        assertThat(GenealogyCheck.of(genealogy)).isEmpty();
    }

    private static void readUntilDone(Future<?> writer, RandomGenerator random, Consumer<RandomGenerator> check) {
        while (!writer.isDone()) {
            check.accept(random);
        }
    }

    private void writeAll(long seed, int maxBirths) {
        RandomGenerator random = new SplittableRandom(seed);
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
