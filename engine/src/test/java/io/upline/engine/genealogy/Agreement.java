package io.upline.engine.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Asserts that a fast genealogy answers every question as the naive one does.
final class Agreement {
    /// About how many others each member is compared with.
    private static final int OTHERS = 8;

    private final NaiveGenealogy naive;
    private final Genealogy fast;

    Agreement(RandomNetwork network) {
        this.naive = network.naive;
        this.fast = network.fast;
    }

    void onEverything() {
        assertThat(GenealogyCheck.of(fast)).isEmpty();
        assertThat(fast.members()).isEqualTo(naive.visible);
        assertThat(fast.width()).isEqualTo(naive.width);
        for (NaiveGenealogy.Node node : naive.nodes) {
            assertThat(fast.writer().find(node.userId)).isEqualTo(node.index);
            assertThat(fast.indexOf(node.userId)).isEqualTo(node.index < naive.visible ? node.index : Genealogy.NONE);
        }
        onIdsGivenUp();
        for (int member = 0; member < naive.visible; member++) {
            onMember(naive.node(member));
            onUpline(naive.node(member));
            onLegs(naive.node(member));
        }
        onSummary();
    }

    private void onIdsGivenUp() {
        Set<UUID> taken = naive.nodes.stream().map(node -> node.userId).collect(Collectors.toSet());
        for (UUID id : naive.renamed) {
            if (!taken.contains(id)) {
                assertThat(fast.indexOf(id)).isEqualTo(Genealogy.NONE);
                assertThat(fast.writer().find(id)).isEqualTo(Genealogy.NONE);
            }
        }
    }

    void onMember(NaiveGenealogy.Node node) {
        assertThat(fast.member(node.index))
                .isEqualTo(new Member(
                        node.index,
                        node.userId,
                        RandomNetwork.sponsorIndex(node),
                        RandomNetwork.parentIndex(node),
                        node.position,
                        naive.level(node),
                        node.index + 1L,
                        node.updatedAt,
                        node.suspended,
                        naive.children(node).size(),
                        naive.downline(node).size(),
                        naive.sponsored(node).size(),
                        naive.sponsorDownline(node),
                        fast.asOf()));
        assertThat(fast.userId(node.index)).isEqualTo(node.userId);
        assertThat(fast.isSuspended(node.index)).isEqualTo(node.suspended);
        onQuestionsOfTheWriter(node);
        assertThat(fast.downlineCount(node.index))
                .isEqualTo(naive.downline(node).size());
    }

    private void onQuestionsOfTheWriter(NaiveGenealogy.Node node) {
        GenealogyWriter writer = fast.writer();
        boolean isFull = node.children.size() >= naive.width;
        assertThat(writer.isSuspended(node.index)).isEqualTo(node.suspended);
        assertThat(writer.isFull(node.index)).isEqualTo(isFull);
        if (!isFull) {
            assertThat(writer.leftmostFree(node.index)).isEqualTo(naive.leftmostFree(node));
        }
        for (NaiveGenealogy.Node child : node.children) {
            assertThat(writer.childAt(node.index, child.position)).isEqualTo(child.index);
        }
    }

    void onUpline(NaiveGenealogy.Node node) {
        for (Line line : Line.values()) {
            int[] upline = indexes(naive.upline(node, line));
            assertThat(fast.upline(node.index, line, Integer.MAX_VALUE)).isEqualTo(upline);
            assertThat(fast.upline(node.index, line, 2)).isEqualTo(Arrays.copyOf(upline, Math.min(2, upline.length)));
            for (int other = 0; other < naive.visible; other += 1 + naive.visible / OTHERS) {
                assertThat(fast.isBelow(node.index, other, line)).isEqualTo(naive.isBelow(node.index, other, line));
            }
        }
    }

    void onLegs(NaiveGenealogy.Node node) {
        List<Leg> legs = naive.children(node).stream()
                .map(child -> new Leg(
                        child.index, child.position, naive.downline(child).size() + 1))
                .toList();
        assertThat(fast.legs(node.index, 0, Genealogy.MAX_WIDTH)).isEqualTo(legs);
        assertThat(fast.legs(node.index, 1, 1))
                .isEqualTo(
                        legs.stream().filter(leg -> leg.position() > 1).limit(1).toList());
        assertThat(sponsoredPageByPage(node.index))
                .isEqualTo(indexes(naive.sponsored(node).reversed()));
    }

    private int[] sponsoredPageByPage(int member) {
        List<Integer> all = new ArrayList<>();
        int after = Genealogy.NONE;
        for (int[] page = fast.sponsored(member, after, 3); page.length > 0; page = fast.sponsored(member, after, 3)) {
            Arrays.stream(page).forEach(all::add);
            after = page[page.length - 1];
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    void onSummary() {
        List<NaiveGenealogy.Node> published = naive.nodes.subList(0, naive.visible);
        NetworkSummary summary = fast.summary();
        assertThat(summary.members()).isEqualTo(published.size());
        assertThat(summary.roots()).isEqualTo((int)
                published.stream().filter(node -> node.parent == null).count());
        assertThat(summary.spilledOver()).isEqualTo((int)
                published.stream().filter(node -> node.parent != node.sponsor).count());
        assertThat(summary.levels())
                .isEqualTo(published.stream().mapToInt(naive::level).max().orElse(0));
        assertThat(summary.largestDownline())
                .isEqualTo(published.stream()
                        .mapToInt(node -> naive.downline(node).size())
                        .max()
                        .orElse(0));
    }

    /// Compares the nested downline under a limit of depth and one of members.
    void onDownline(int member, int maxDepth, int maxMembers) {
        NaiveGenealogy.Node top = naive.node(member);
        List<NaiveGenealogy.Node> all = naive.downline(top);
        DownlineTree tree = fast.downline(member, maxDepth, maxMembers);
        int levels = tree.levels();
        int size = sizeOfLevels(top, all, levels);
        assertThat(tree.total()).isEqualTo(all.size());
        assertThat(tree.isCut()).isEqualTo(size < all.size());
        assertThat(levels).isLessThanOrEqualTo(maxDepth);
        assertThat(size).isLessThanOrEqualTo(maxMembers);
        if (tree.isCut() && levels < maxDepth) {
            assertThat(sizeOfLevels(top, all, levels + 1)).isGreaterThan(maxMembers);
        }
        assertThat(IntStream.range(0, tree.size()).map(tree::member).toArray())
                .isEqualTo(indexes(all.subList(0, size)));
        onEntries(tree, levels);
    }

    private void onEntries(DownlineTree tree, int levels) {
        int children = tree.frontline();
        for (int offset = 0; offset < tree.size(); offset++) {
            NaiveGenealogy.Node node = naive.node(tree.member(offset));
            int parent = tree.parentOffset(offset);
            assertThat(parent == Genealogy.NONE ? tree.top() : tree.member(parent))
                    .isEqualTo(RandomNetwork.parentIndex(node));
            assertThat(tree.level(offset)).isEqualTo(naive.level(node));
            assertThat(tree.downlineCount(offset))
                    .isEqualTo(naive.downline(node).size());
            assertThat(tree.firstChild(offset)).isEqualTo(children);
            assertThat(tree.children(offset))
                    .isEqualTo(
                            tree.depth(offset) < levels ? naive.children(node).size() : 0);
            children += tree.children(offset);
        }
        assertThat(children).isEqualTo(tree.size());
    }

    private int sizeOfLevels(NaiveGenealogy.Node top, List<NaiveGenealogy.Node> all, int levels) {
        return (int) all.stream()
                .filter(node -> naive.level(node) - naive.level(top) <= levels)
                .count();
    }

    /// Compares all pages of a downline, one after the other.
    void onPages(int member, int limit) {
        int[] all = indexes(naive.downline(naive.node(member)));
        int done = 0;
        DownlinePage page = fast.page(member, limit);
        while (true) {
            int end = Math.min(all.length, done + limit);
            assertThat(page.members()).isEqualTo(Arrays.copyOfRange(all, done, end));
            assertThat(page.next().map(PageEnd::member))
                    .isEqualTo(end < all.length ? Optional.of(all[end - 1]) : Optional.empty());
            done = end;
            if (page.next().isEmpty()) {
                break;
            }
            page = fast.page(member, page.next().get(), limit);
        }
        assertThat(done).isEqualTo(all.length);
    }

    static int[] indexes(List<NaiveGenealogy.Node> nodes) {
        return nodes.stream().mapToInt(node -> node.index).toArray();
    }
}
