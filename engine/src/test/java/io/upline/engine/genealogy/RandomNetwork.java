package io.upline.engine.genealogy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// Does the same random things to a fast and to a naive genealogy. Every case has its own shape: width, how many
/// roots there are, and whom the sponsors are picked from.
final class RandomNetwork {
    private static final int[] WIDTHS = {1, 1, 2, 3, 3, 5, 100};

    final RandomGenerator random;
    final NaiveGenealogy naive;
    Genealogy fast;
    long asOf;

    private final int rootPercent;
    private final int recentPercent;
    private final int hotPercent;

    RandomNetwork(RandomGenerator random) {
        this.random = random;
        int width = WIDTHS[random.nextInt(WIDTHS.length)];
        this.naive = new NaiveGenealogy(width);
        this.fast = new Genealogy(width);
        this.rootPercent = random.nextInt(4) == 0 ? 30 : 2;
        this.recentPercent = random.nextInt(3) * 45;
        this.hotPercent = random.nextInt(3) * 45;
    }

    int members() {
        return naive.nodes.size();
    }

    void draftMany(int births) {
        for (int birth = 0; birth < births; birth++) {
            draft();
        }
    }

    /// One birth, most often by spillover, sometimes at a place of its own that leaves gaps.
    void draft() {
        UUID userId = randomId();
        int sponsor = randomSponsor();
        NaiveGenealogy.Node node;
        int member;
        if (sponsor != Genealogy.NONE && random.nextInt(8) == 0) {
            int position = random.nextInt(1, naive.width + 1);
            int parent = freeParent(position);
            node = parent == Genealogy.NONE
                    ? naive.draft(userId, sponsor)
                    : naive.draftAt(userId, sponsor, parent, position);
            member = fast.writer().draftAt(userId, sponsor, parentIndex(node), node.position, naive.nodes.size());
        } else {
            node = naive.draft(userId, sponsor);
            member = fast.writer().draft(userId, sponsor, naive.nodes.size());
        }
        assertThat(member).isEqualTo(node.index);
        assertThat(fast.writer().placement(member))
                .isEqualTo(new Placement(parentIndex(node), node.position, naive.level(node)));
    }

    static int parentIndex(NaiveGenealogy.Node node) {
        return node.parent == null ? Genealogy.NONE : node.parent.index;
    }

    static int sponsorIndex(NaiveGenealogy.Node node) {
        return node.sponsor == null ? Genealogy.NONE : node.sponsor.index;
    }

    private int randomSponsor() {
        if (members() == 0 || random.nextInt(100) < rootPercent) {
            return Genealogy.NONE;
        }
        if (random.nextInt(100) < hotPercent) {
            return 0;
        }
        return random.nextInt(100) < recentPercent ? members() - 1 : random.nextInt(members());
    }

    private int freeParent(int position) {
        int parent = random.nextInt(members());
        NaiveGenealogy.Node node = naive.node(parent);
        boolean isFree = node.children.size() < naive.width
                && node.children.stream().noneMatch(child -> child.position == position);
        return isFree ? parent : Genealogy.NONE;
    }

    void publish() {
        asOf += random.nextInt(1, 5);
        naive.publish();
        fast.writer().publish(asOf);
    }

    void retract() {
        naive.retract();
        fast.writer().retract();
    }

    void changeWidth() {
        naive.width = WIDTHS[random.nextInt(WIDTHS.length)];
        fast.writer().changeWidth(naive.width, ++asOf);
    }

    /// One random change of a random published member, where one is possible.
    void change() {
        if (naive.visible == 0) {
            return;
        }
        int member = random.nextInt(naive.visible);
        int other = random.nextInt(naive.visible);
        switch (random.nextInt(6)) {
            case 0, 1 -> move(member, other);
            case 2 -> changeSponsor(member, other);
            case 3 -> rename(member, other);
            case 4 -> moveAndChangeSponsor(member, other, random.nextInt(naive.visible));
            default -> suspendOrReinstate(member);
        }
    }

    /// Moves a member to some place under `parent`, beyond the width in force now and then; or is refused.
    private void move(int member, int parent) {
        int position = randomPosition();
        if (isTaken(parent, position) || isAtOrBelow(parent, member, Line.PLACEMENT)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fast.writer().move(member, parent, position, asOf, asOf));
            return;
        }
        fast.writer().move(member, parent, position, ++asOf, asOf);
        naive.move(member, parent, position, asOf);
    }

    private int randomPosition() {
        return random.nextInt(1, random.nextInt(10) == 0 ? Genealogy.MAX_WIDTH + 1 : naive.width + 1);
    }

    private boolean isTaken(int parent, int position) {
        boolean isTaken = naive.node(parent).children.stream().anyMatch(child -> child.position == position);
        assertThat(fast.writer().childAt(parent, position) != Genealogy.NONE).isEqualTo(isTaken);
        return isTaken;
    }

    private void moveAndChangeSponsor(int member, int parent, int sponsor) {
        int position = randomPosition();
        if (isTaken(parent, position)
                || isAtOrBelow(parent, member, Line.PLACEMENT)
                || isAtOrBelow(sponsor, member, Line.SPONSOR)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> fast.writer().moveAndChangeSponsor(member, parent, position, sponsor, asOf, asOf));
            return;
        }
        fast.writer().moveAndChangeSponsor(member, parent, position, sponsor, ++asOf, asOf);
        naive.moveAndChangeSponsor(member, parent, position, sponsor, asOf);
    }

    private void changeSponsor(int member, int sponsor) {
        if (isAtOrBelow(sponsor, member, Line.SPONSOR)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fast.writer().changeSponsor(member, sponsor, asOf, asOf));
            return;
        }
        fast.writer().changeSponsor(member, sponsor, ++asOf, asOf);
        naive.changeSponsor(member, sponsor, asOf);
    }

    private boolean isAtOrBelow(int member, int top, Line line) {
        boolean isBelow = naive.isBelow(member, top, line);
        assertThat(fast.writer().isBelow(member, top, line)).isEqualTo(isBelow);
        return member == top || isBelow;
    }

    /// Gives a member another id: mostly a new one, now and then their own or one that was given up; somebody else's
    /// is refused.
    private void rename(int member, int other) {
        UUID taken = naive.node(other).userId;
        if (member != other && random.nextInt(4) == 0) {
            assertThatIllegalArgumentException().isThrownBy(() -> fast.writer().rename(member, taken, asOf, asOf));
            return;
        }
        UUID userId = member == other ? taken : randomId();
        fast.writer().rename(member, userId, ++asOf, asOf);
        naive.rename(member, userId, asOf);
    }

    private UUID randomId() {
        return naive.renamed.stream()
                .filter(id -> random.nextInt(4) == 0)
                .filter(id -> naive.nodes.stream().noneMatch(node -> node.userId.equals(id)))
                .findFirst()
                .orElseGet(() -> new UUID(random.nextLong(), random.nextLong()));
    }

    private void suspendOrReinstate(int member) {
        boolean isSuspended = naive.node(member).suspended;
        if (isSuspended) {
            fast.writer().reinstate(member, ++asOf, asOf);
        } else {
            fast.writer().suspend(member, ++asOf, asOf);
        }
        naive.setSuspended(member, !isSuspended, asOf);
    }

    void changeMany(int changes) {
        for (int change = 0; change < changes; change++) {
            change();
        }
    }

    /// Replaces the fast genealogy by one loaded from the naive one.
    void reload() {
        GenealogyLoader loader = new GenealogyLoader(naive.width);
        for (NaiveGenealogy.Node node : naive.nodes.subList(0, naive.visible)) {
            loader.add(node.userId, sponsorIndex(node), parentIndex(node), node.position, node.index + 1L);
            if (node.updatedAt != Member.NEVER) {
                loader.updated(node.index, node.updatedAt);
            }
            if (node.suspended) {
                loader.suspended(node.index);
            }
        }
        naive.responsored.forEach(change -> loader.sponsorChanged(change.member(), change.membersBefore()));
        fast = loader.finish(asOf);
    }

    /// Some random steps; ends with nothing pending.
    void live(int steps) {
        for (int step = 0; step < steps; step++) {
            draftMany(random.nextInt(12));
            switch (random.nextInt(10)) {
                case 0, 1 -> retract();
                case 2 -> {
                    publish();
                    changeWidth();
                }
                case 3 -> {
                    retract();
                    reload();
                }
                case 4, 5, 6 -> {
                    publish();
                    changeMany(random.nextInt(6));
                    assertThat(GenealogyCheck.of(fast)).isEmpty();
                }
                default -> publish();
            }
        }
        publish();
    }
}
