package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;

import io.upline.engine.genealogy.arrays.Matrix;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.SponsorTree;
import io.upline.engine.genealogy.change.Rearrangement;
import java.util.UUID;

/// The one writer's side of a [Genealogy]: births are drafted, then published or retracted together.
///
/// A draft stands in the tree at once, so that the next decision of the same batch sees it; nobody else does.
/// Members who are published can be moved, given another sponsor, suspended, reinstated and renamed, while nothing is
/// drafted: readers see each such change at once, so it must be on record before. A change that is refused leaves
/// no trace. Only one thread at a time may call these methods, the reading ones included.
public final class GenealogyWriter {
    private final NetworkArrays network;
    private final Matrix placement;
    private final SponsorTree sponsors;
    private int drafts;

    GenealogyWriter(NetworkArrays network) {
        this.network = network;
        this.placement = network.placement();
        this.sponsors = network.sponsors();
    }

    /// The number of members with the drafts; also the index of the next draft.
    public int members() {
        return network.visible() + drafts();
    }

    /// The number of drafts.
    public int drafts() {
        return drafts;
    }

    /// The member or draft with this id, or [Genealogy#NONE]. O(1).
    public int find(UUID userId) {
        return network.userIds().find(userId);
    }

    /// The id of a member or draft. O(1).
    public UUID userId(int member) {
        requireKnown("member", member);
        return network.userIds().userId(member);
    }

    /// The sponsor of a member or draft, or [Genealogy#NONE]. O(1).
    public int sponsor(int member) {
        requireKnown("member", member);
        return sponsors.links().parent(member);
    }

    /// Where a member or draft stands. O(1).
    public Placement placement(int member) {
        requireKnown("member", member);
        return new Placement(placement.links().parent(member), placement.position(member), placement.level(member));
    }

    /// Whether a member or draft is suspended; a draft never is. O(1).
    public boolean isSuspended(int member) {
        requireKnown("member", member);
        return placement.isSuspended(member);
    }

    /// Whether a member or draft stands somewhere below `top` on a line. O(steps up).
    public boolean isBelow(int member, int top, Line line) {
        requireKnown("member", member);
        requireKnown("top", top);
        return line.links(network).isBelow(member, top);
    }

    /// The member or draft at a position under `parent`, or [Genealogy#NONE]. O(width).
    ///
    /// @param position 1 to [Genealogy#MAX_WIDTH], whatever the width in force
    public int childAt(int parent, int position) {
        requireKnown("parent", parent);
        requirePosition(parent, position);
        return placement.childAt(parent, position);
    }

    /// Whether a member or draft has as many children as the width in force allows, or more. O(1).
    public boolean isFull(int parent) {
        requireKnown("parent", parent);
        return placement.isFull(parent);
    }

    /// The leftmost free position under a member or draft that is not full. O(width²) at most.
    ///
    /// @throws IllegalArgumentException when [#isFull]
    public int leftmostFree(int parent) {
        if (isFull(parent)) {
            throw new IllegalArgumentException(
                    "member %d is full: ask isFull before asking for a free position".formatted(parent));
        }
        return placement.leftmostFree(parent);
    }

    /// Drafts a birth by spillover: at the first open slot below the sponsor in breadth-first order, the sponsor
    /// first; a root when the sponsor is [Genealogy#NONE]. O(steps down × width + steps up as far as open slots
    /// change).
    ///
    /// @param joinedAtMicros in microseconds since 1970 UTC
    /// @return the index of the draft
    /// @throws IllegalArgumentException when the id is taken or the sponsor unknown
    public int draft(UUID userId, int sponsor, long joinedAtMicros) {
        if (sponsor == NONE) {
            return draftAt(userId, NONE, NONE, 0, joinedAtMicros);
        }
        requireKnown("sponsor", sponsor);
        requireNew(userId);
        int parent = placement.firstOpen(sponsor);
        return bear(userId, sponsor, parent, placement.leftmostFree(parent), joinedAtMicros);
    }

    /// Drafts a birth whose place is already decided, as read from the log.
    ///
    /// @param sponsor who brought them in, or [Genealogy#NONE]
    /// @param parent the member or draft directly above, or [Genealogy#NONE] for a root
    /// @param position 1 to [Genealogy#MAX_WIDTH], whatever the width in force; 0 for a root
    /// @param joinedAtMicros in microseconds since 1970 UTC
    /// @return the index of the draft
    /// @throws IllegalArgumentException when the id or the position is taken, or the sponsor or the parent unknown
    public int draftAt(UUID userId, int sponsor, int parent, int position, long joinedAtMicros) {
        requireNew(userId);
        if (sponsor != NONE) {
            requireKnown("sponsor", sponsor);
        }
        if (parent != NONE) {
            requireKnown("parent", parent);
        }
        requirePosition(parent, position);
        if (parent != NONE) {
            requireFree(parent, position);
        }
        return bear(userId, sponsor, parent, position, joinedAtMicros);
    }

    private void requireFree(int parent, int position) {
        if (placement.childAt(parent, position) != NONE) {
            throw new IllegalArgumentException(
                    "position %d under member %d is taken by member %d: reload from the database"
                            .formatted(position, parent, placement.childAt(parent, position)));
        }
    }

    /// Refuses a position that cannot exist.
    static void requirePosition(int parent, int position) {
        int least = parent == NONE ? 0 : 1;
        int most = parent == NONE ? 0 : Genealogy.MAX_WIDTH;
        if (position < least || position > most) {
            throw new IllegalArgumentException("position is %d under parent %d: it must be from %d to %d"
                    .formatted(position, parent, least, most));
        }
    }

    private int bear(UUID userId, int sponsor, int parent, int position, long joinedAtMicros) {
        int member = members();
        // Read before the lock: it would make every later trip to memory wait for the earlier ones.
        int level = placement.levelBelow(parent);
        long stamp = network.sections().beginWrite();
        try {
            network.userIds().add(member, userId, joinedAtMicros);
            placement.add(member, parent, position, level);
            placement.link(member);
            sponsors.add(member, sponsor);
            sponsors.append(member);
            drafts++;
        } finally {
            network.sections().endWrite(stamp);
        }
        placement.climbOpenDepth(parent);
        return member;
    }

    /// Lets readers see every draft and counts them, as of a place in the log. Without drafts it only moves that
    /// place on. O(drafts + steps up, which drafts below each other share).
    ///
    /// @param asOf not less than the last one
    /// @throws IllegalArgumentException when it is less
    public void publish(long asOf) {
        requireNotBefore(asOf);
        new Publication(network, members()).run(asOf);
        drafts = 0;
    }

    /// Forgets every draft: all is as it was before the first. O(drafts × (width + steps up as far as open slots
    /// change)).
    public void retract() {
        for (int draft = members() - 1; draft >= network.visible(); draft--) {
            int parent = placement.links().parent(draft);
            retractLast(draft);
            placement.climbOpenDepth(parent);
        }
    }

    private void retractLast(int draft) {
        long stamp = network.sections().beginWrite();
        try {
            sponsors.unlink(draft);
            placement.unlink(draft);
            network.userIds().remove(draft);
            drafts--;
        } finally {
            network.sections().endWrite(stamp);
        }
    }

    /// Changes the width in force, as of a place in the log: wider opens slots, narrower moves nobody. O(members),
    /// without holding up readers.
    ///
    /// @param width [Genealogy#MIN_WIDTH] to [Genealogy#MAX_WIDTH]
    /// @param asOf not less than the last one
    /// @throws IllegalArgumentException for another width or an earlier place
    /// @throws IllegalStateException while there are drafts
    public void changeWidth(int width, long asOf) {
        NetworkArrays.requireWidth(width);
        requireNotBefore(asOf);
        requireNoDrafts();
        network.changeWidth(width, asOf);
    }

    /// Moves a member, with everybody below, to another place. Their sponsors stay. O(descendants + steps up ×
    /// width), without holding up readers.
    ///
    /// @param parent who is directly above from now on; neither the member nor below it
    /// @param position 1 to [Genealogy#MAX_WIDTH], whatever the width in force; nobody stands there
    /// @param atMicros when, in microseconds since 1970 UTC
    /// @param asOf not less than the last one
    /// @throws IllegalArgumentException when the member or the parent is unknown, or the place can't be taken, or
    ///     for an earlier place in the log
    /// @throws IllegalStateException while there are drafts
    public void move(int member, int parent, int position, long atMicros, long asOf) {
        requireChangeable(member, asOf);
        requirePlace(member, parent, position);
        Rearrangement.ofPlace(network, member, parent, position).run(atMicros, asOf);
    }

    /// Gives a member another sponsor, of whom they become the latest recruit; where everybody stands remains. It
    /// may be the sponsor of now. O(steps up), without holding up readers.
    ///
    /// @param sponsor neither the member nor below it in the sponsor tree
    /// @param atMicros when, in microseconds since 1970 UTC
    /// @param asOf not less than the last one
    /// @throws IllegalArgumentException when the member or the sponsor is unknown, or the sponsor is the member or
    ///     below, or for an earlier place in the log
    /// @throws IllegalStateException while there are drafts
    public void changeSponsor(int member, int sponsor, long atMicros, long asOf) {
        requireChangeable(member, asOf);
        requireAbove("sponsor", sponsor, member, Line.SPONSOR);
        Rearrangement.ofSponsor(network, member, sponsor).run(atMicros, asOf);
    }

    /// Moves a member as [#move] does, and gives them another sponsor as [#changeSponsor] does: readers see both or
    /// neither. O(descendants + steps up × width), without holding up readers.
    ///
    /// @param parent who is directly above from now on; neither the member nor below it
    /// @param position 1 to [Genealogy#MAX_WIDTH], whatever the width in force; nobody stands there
    /// @param sponsor neither the member nor below it in the sponsor tree
    /// @param atMicros when, in microseconds since 1970 UTC
    /// @param asOf not less than the last one
    /// @throws IllegalArgumentException when one of the two would be refused; then neither is done
    /// @throws IllegalStateException while there are drafts
    public void moveAndChangeSponsor(int member, int parent, int position, int sponsor, long atMicros, long asOf) {
        requireChangeable(member, asOf);
        requirePlace(member, parent, position);
        requireAbove("sponsor", sponsor, member, Line.SPONSOR);
        Rearrangement.ofBoth(network, member, parent, position, sponsor).run(atMicros, asOf);
    }

    /// Suspends a member, who keeps the place and everybody below. O(1).
    ///
    /// @param atMicros when, in microseconds since 1970 UTC
    /// @param asOf not less than the last one
    /// @throws IllegalArgumentException when the member is unknown or suspended already, or for an earlier place in
    ///     the log
    /// @throws IllegalStateException while there are drafts
    public void suspend(int member, long atMicros, long asOf) {
        requireChangeable(member, asOf);
        if (placement.isSuspended(member)) {
            throw new IllegalArgumentException("member %d is suspended already".formatted(member));
        }
        mark(member, atMicros, asOf, () -> placement.suspend(member));
    }

    /// Ends a member's suspension. O(1).
    ///
    /// @param atMicros when, in microseconds since 1970 UTC
    /// @param asOf not less than the last one
    /// @throws IllegalArgumentException when the member is unknown or not suspended, or for an earlier place in the
    ///     log
    /// @throws IllegalStateException while there are drafts
    public void reinstate(int member, long atMicros, long asOf) {
        requireChangeable(member, asOf);
        if (!placement.isSuspended(member)) {
            throw new IllegalArgumentException("member %d is not suspended".formatted(member));
        }
        mark(member, atMicros, asOf, () -> placement.reinstate(member));
    }

    /// Gives a member another id: from here on nobody is found by the one before. It may be the one that the member
    /// has already; then only the time is noted. O(1), amortized.
    ///
    /// @param userId nobody else's
    /// @param atMicros when, in microseconds since 1970 UTC
    /// @param asOf not less than the last one
    /// @throws IllegalArgumentException when the member is unknown or the id is taken, or for an earlier place in
    ///     the log
    /// @throws IllegalStateException while there are drafts
    public void rename(int member, UUID userId, long atMicros, long asOf) {
        requireChangeable(member, asOf);
        if (find(userId) != member) {
            requireNew(userId);
        }
        mark(member, atMicros, asOf, () -> network.userIds().rename(member, userId));
    }

    private void mark(int member, long atMicros, long asOf, Runnable change) {
        long stamp = network.sections().beginWrite();
        try {
            network.change(member, atMicros, asOf, change);
        } finally {
            network.sections().endWrite(stamp);
        }
    }

    private void requireChangeable(int member, long asOf) {
        requireNotBefore(asOf);
        requireNoDrafts();
        requireKnown("member", member);
    }

    private void requirePlace(int member, int parent, int position) {
        requireAbove("parent", parent, member, Line.PLACEMENT);
        requirePosition(parent, position);
        requireFree(parent, position);
    }

    private void requireNoDrafts() {
        if (drafts() > 0) {
            throw new IllegalStateException(
                    "%d drafts are pending: publish or retract them before anything else changes".formatted(drafts()));
        }
    }

    private void requireAbove(String role, int above, int member, Line line) {
        requireKnown(role, above);
        if (above == member || isBelow(above, member, line)) {
            throw new IllegalArgumentException("%s %d is member %d itself or below: nobody stands below themselves"
                    .formatted(role, above, member));
        }
    }

    private void requireNew(UUID userId) {
        int member = find(userId);
        if (member != NONE) {
            throw new IllegalArgumentException(
                    "user %s is already member %d: a user joins once".formatted(userId, member));
        }
    }

    private void requireKnown(String role, int member) {
        if (member < 0 || member >= members()) {
            throw new IllegalArgumentException(
                    "%s %d is unknown: there are %d members with the drafts".formatted(role, member, members()));
        }
    }

    private void requireNotBefore(long asOf) {
        if (asOf < network.asOf()) {
            throw new IllegalArgumentException(
                    "as of %d is before %d: the log only goes forward, reload instead".formatted(asOf, network.asOf()));
        }
    }
}
