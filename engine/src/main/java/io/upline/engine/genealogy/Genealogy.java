package io.upline.engine.genealogy;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.IntBuffer;
import io.upline.engine.genealogy.arrays.Matrix;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.Sections;
import io.upline.engine.genealogy.walk.Children;
import io.upline.engine.genealogy.walk.DownlineWalk;
import io.upline.engine.genealogy.walk.LineWalk;
import io.upline.engine.genealogy.walk.SponsoredWalk;
import io.upline.engine.genealogy.walk.UplineWalk;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/// A network in memory, as readers see it: every question about the tree, from any thread, without blocking for
/// long.
///
/// One thread at a time writes, through [#writer()]. Readers see published members only, never a draft, and a birth
/// appears to them with the whole batch it was published in. What is guaranteed about counts: an answer counts
/// every member that its `asOf` includes; while a large batch is being published it may already count some of that
/// batch, which is durable by then. A batch of less than about a thousand steps is published at once. Long answers
/// are read in sections: they hold exactly the members published when they began.
///
/// Every method that takes a member throws [IllegalArgumentException] for an index that isn't published.
public final class Genealogy {
    /// "Nobody": no parent, no sponsor, not found, no further page.
    public static final int NONE = Forest.NONE;
    /// The smallest width, in children per member.
    public static final int MIN_WIDTH = 1;
    /// The largest width, in children per member.
    public static final int MAX_WIDTH = Matrix.MAX_POSITION;
    /// The largest page, in members.
    public static final int MAX_PAGE_MEMBERS = 100_000;

    private final NetworkArrays network;
    private final GenealogyWriter writer;

    /// An empty network.
    ///
    /// @param width children per member from which on spillover goes further down, [#MIN_WIDTH] to [#MAX_WIDTH]
    /// @throws IllegalArgumentException for another width
    public Genealogy(int width) {
        this(new NetworkArrays(width));
    }

    Genealogy(NetworkArrays network) {
        this.network = network;
        this.writer = new GenealogyWriter(network);
    }

    /// The writer's side; always the same one. Only one thread at a time may use it.
    public GenealogyWriter writer() {
        return writer;
    }

    /// The arrays, for the check.
    NetworkArrays network() {
        return network;
    }

    /// The number of published members; their indexes are 0 to below it.
    public int members() {
        return network.visible();
    }

    /// The width in force, in children per member.
    public int width() {
        return network.width();
    }

    /// The place in the log that readers see; 0 when nothing was published.
    public long asOf() {
        return network.asOf();
    }

    /// The member with this id, or [#NONE]. O(1).
    public int indexOf(UUID userId) {
        return network.sections().readInt(() -> {
            int member = network.userIds().find(userId);
            return member < network.visible() ? member : NONE;
        });
    }

    /// The id of a member. O(1).
    public UUID userId(int member) {
        requirePublished(member);
        return network.sections().read(() -> network.userIds().userId(member));
    }

    /// Everything about a member, read at one moment. O(1).
    public Member member(int member) {
        requirePublished(member);
        return network.sections().read(() -> memberNow(member));
    }

    /// Everything about some members, in their order; read a section at a time, so ask [#steadily] for one moment.
    /// O(size).
    ///
    /// @param memberAt the members, by their place in the answer from 0
    public List<Member> members(int size, IntUnaryOperator memberAt) {
        Member[] members = new Member[size];
        for (int first = 0; first < size; first += Sections.SECTION_MEMBERS) {
            int from = first;
            int until = Math.min(size - from, Sections.SECTION_MEMBERS) + from;
            network.sections().readInt(() -> fill(members, from, until, memberAt));
        }
        return Arrays.asList(members);
    }

    private int fill(Member[] members, int from, int until, IntUnaryOperator memberAt) {
        for (int offset = from; offset < until; offset++) {
            int member = memberAt.applyAsInt(offset);
            requirePublished(member);
            members[offset] = memberNow(member);
        }
        return until;
    }

    private Member memberNow(int member) {
        Matrix placement = network.placement();
        Forest sponsors = network.sponsors().links();
        return new Member(
                member,
                network.userIds().userId(member),
                sponsors.parent(member),
                placement.links().parent(member),
                placement.position(member),
                placement.level(member),
                network.userIds().joinedAtMicros(member),
                network.updatedAtMicros().get(member),
                placement.isSuspended(member),
                placement.links().children(member),
                placement.links().descendants(member),
                sponsors.children(member),
                sponsors.descendants(member),
                network.asOf());
    }

    /// Asks several questions as one: no member is moved, given another sponsor, suspended, reinstated or renamed
    /// between them, and the width stays. Members may be born. When something changed meanwhile, `question` is
    /// asked again, and after a few times the writer waits: so keep it short, and let it do nothing but ask. It may
    /// ask steadily itself.
    public <T> T steadily(Supplier<T> question) {
        return network.sections().steadily(question);
    }

    /// Whether a member is suspended. O(1).
    public boolean isSuspended(int member) {
        requirePublished(member);
        return network.sections().read(() -> network.placement().isSuspended(member));
    }

    /// The number of all descendants in the placement tree. O(1).
    public int downlineCount(int member) {
        requirePublished(member);
        return network.sections().readInt(() -> network.placement().links().descendants(member));
    }

    /// The edition of the downline of a member; empty while the writer is in the middle of something. O(1).
    ///
    /// To keep an answer, ask for the edition before and after it was read: when both are the same, the answer
    /// is right whenever this edition is found again.
    public Optional<Edition> edition(int member) {
        requirePublished(member);
        return network.sections().read(() -> editionNow(member));
    }

    /// Whether the downline of a member is of this edition now. O(1).
    public boolean isOf(Edition edition, int member) {
        return edition(member).filter(edition::equals).isPresent();
    }

    private Optional<Edition> editionNow(int member) {
        Sections sections = network.sections();
        return sections.isWorkUnderWay()
                ? Optional.empty()
                : Optional.of(new Edition(
                        network.placement().links().descendants(member),
                        network.changeSeq(),
                        network.changedAtMicros()));
    }

    /// The ancestors on one line, nearest first, `limit` at most; to read on, ask for those of the last one.
    /// O(limit).
    public int[] upline(int member, Line line, int limit) {
        requirePublished(member);
        requireLimit(limit, Integer.MAX_VALUE);
        return steadily(() -> new UplineWalk(network.sections(), line.links(network)).above(member, limit));
    }

    /// When a member or anybody between it and an ancestor was changed for the last time, in microseconds since
    /// 1970 UTC, or [Member#NEVER]; empty when `above` does not stand so many steps above. As long as the answer
    /// is the same, so is that piece of the line; see [PageEnd] for what times have to be. O(steps).
    public OptionalLong lineChangedAtMicros(int member, Line line, int above, int steps) {
        requirePublished(member);
        requirePublished(above);
        return steadily(() -> new LineWalk(network, line.links(network), above).newestChange(member, steps));
    }

    /// Whether a member stands somewhere below `top` on a line. O(steps up).
    public boolean isBelow(int member, int top, Line line) {
        requirePublished(member);
        requirePublished(top);
        return steadily(() -> new LineWalk(network, line.links(network), top).leadsUpFrom(member));
    }

    /// The children with the sizes of their legs, from left to right, `limit` at most.
    ///
    /// @param afterPosition only legs to the right of this position; 0 for all
    public List<Leg> legs(int member, int afterPosition, int limit) {
        requirePublished(member);
        requireLimit(limit, Integer.MAX_VALUE);
        int visible = members();
        return network.sections().read(() -> legsNow(member, visible, afterPosition, limit));
    }

    private List<Leg> legsNow(int member, int visible, int afterPosition, int limit) {
        Matrix placement = network.placement();
        IntBuffer children = new IntBuffer();
        Children.collect(placement, member, visible, children);
        return Arrays.stream(children.toArray())
                .filter(child -> placement.position(child) > afterPosition)
                .limit(limit)
                .mapToObj(child -> new Leg(
                        child, placement.position(child), placement.links().descendants(child) + 1))
                .toList();
    }

    /// The members whose sponsor this is, the latest first, `limit` at most, beginning after `after` (one of them,
    /// or [#NONE]). O(limit).
    ///
    /// @throws IllegalArgumentException when somebody else is the sponsor of `after`
    public int[] sponsored(int member, int after, int limit) {
        requirePublished(member);
        requireLimit(limit, MAX_PAGE_MEMBERS);
        if (after != NONE) {
            requirePublished(after);
        }
        return steadily(() -> sponsoredNow(member, after, limit));
    }

    private int[] sponsoredNow(int member, int after, int limit) {
        Forest sponsors = network.sponsors().links();
        if (after != NONE && network.sections().readInt(() -> sponsors.parent(after)) != member) {
            throw new IllegalArgumentException("member %d was not sponsored by member %d".formatted(after, member));
        }
        return new SponsoredWalk(network, members(), member).after(after, limit);
    }

    /// The downline as a tree: the levels below the member, from the first one down, as long as whole levels fit.
    /// O(members read × width).
    ///
    /// @param maxDepth the most levels
    /// @param maxMembers the most members in all
    public DownlineTree downline(int member, int maxDepth, int maxMembers) {
        requirePublished(member);
        requireLimit(maxDepth, Integer.MAX_VALUE);
        requireLimit(maxMembers, Integer.MAX_VALUE);
        return steadily(() -> downlineNow(member, maxDepth, maxMembers));
    }

    private DownlineTree downlineNow(int member, int maxDepth, int maxMembers) {
        // In this order: whoever `asOf` includes is among the visible, and these among the total.
        long asOf = asOf();
        int visible = members();
        Member top = member(member);
        DownlineWalk walk = new DownlineWalk(network, visible, member, maxDepth, maxMembers);
        walk.run();
        return new DownlineTree(top, asOf, walk);
    }

    /// The first members of the downline in breadth-first order. O(limit × width).
    ///
    /// @param limit 1 to [#MAX_PAGE_MEMBERS]
    /// @throws IllegalArgumentException when the limit is outside of its range
    public DownlinePage page(int member, int limit) {
        requirePublished(member);
        requireLimit(limit, MAX_PAGE_MEMBERS);
        return steadily(() -> new Paging(network, member).first(limit));
    }

    /// The next members of the downline in breadth-first order. No page needs the memory of another one. Births
    /// between two pages neither repeat nor lose a member. When the page before ended with a member who was moved
    /// since, or who stands below one that was moved, or never stood there, this one begins with the depth where
    /// that page ended: moves may repeat members, and lose nobody but those who move themselves, or with somebody
    /// above. O(depth + limit × width) usually.
    ///
    /// @param after where the page before ended
    /// @param limit 1 to [#MAX_PAGE_MEMBERS]
    /// @throws IllegalArgumentException when the limit is outside of its range
    public DownlinePage page(int member, PageEnd after, int limit) {
        requirePublished(member);
        requirePublished(after.member());
        requireLimit(limit, MAX_PAGE_MEMBERS);
        return steadily(() -> new Paging(network, member).after(after, limit));
    }

    /// Shows every member to `visitor`, in order of birth, outside of any lock; each as of the moment it is read.
    /// O(members).
    public void forEach(Consumer<Member> visitor) {
        int visible = members();
        for (int first = 0; first < visible; first += Sections.SECTION_MEMBERS) {
            int from = first;
            members(Math.min(visible - from, Sections.SECTION_MEMBERS), offset -> from + offset)
                    .forEach(visitor);
        }
    }

    /// Figures of the whole network, in one pass. O(members).
    public NetworkSummary summary() {
        SummaryCount count = new SummaryCount(asOf());
        forEach(count);
        return count.summary();
    }

    private void requirePublished(int member) {
        if (member < 0 || member >= members()) {
            throw new IllegalArgumentException("member %d is unknown: there are %d members; ask indexOf for an index"
                    .formatted(member, members()));
        }
    }

    private static void requireLimit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("limit is %d: choose one from 1 to %d".formatted(limit, most));
        }
    }
}
