package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;

import io.upline.engine.genealogy.arrays.Matrix;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.SponsorTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Builds a [Genealogy] from what was stored: members in order of birth, each with its current place. Nobody sees
/// anything before [#finish]. Use it once, from one thread.
public final class GenealogyLoader {
    /// A level that is computed in the end: whoever stands above may come later.
    private static final int LATER = 0;

    private final NetworkArrays network;
    private final Matrix placement;
    private final SponsorTree sponsors;
    /// Who got another sponsor, in order of these changes, each with how many had been born before.
    private final Map<Integer, Integer> responsored = new LinkedHashMap<>();

    private int members;
    private int lastMembersBefore;
    private long changeSeq;
    private long changedAtMicros;

    /// A loader for a network of a width.
    ///
    /// @param width the one in force, [Genealogy#MIN_WIDTH] to [Genealogy#MAX_WIDTH]
    /// @throws IllegalArgumentException for another width
    public GenealogyLoader(int width) {
        this.network = new NetworkArrays(width);
        this.placement = network.placement();
        this.sponsors = network.sponsors();
    }

    /// The number of members added so far.
    public int members() {
        return members;
    }

    /// The member with this id among those added so far, or [Genealogy#NONE]. O(1).
    public int find(UUID userId) {
        return network.userIds().find(userId);
    }

    /// Adds the next member in order of birth. O(1).
    ///
    /// @param sponsor who brought them in, or [Genealogy#NONE]
    /// @param parent the member directly above, or [Genealogy#NONE] for a root; after a move it may be
    ///     added later than this one
    /// @param position 1 to [Genealogy#MAX_WIDTH], whatever the width in force; 0 for a root
    /// @param joinedAtMicros in microseconds since 1970 UTC
    /// @return the member's index
    /// @throws IllegalArgumentException when the id was added before or the position cannot exist
    public int add(UUID userId, int sponsor, int parent, int position, long joinedAtMicros) {
        if (find(userId) != NONE) {
            throw new IllegalArgumentException(
                    "user %s is already member %d: a user joins once".formatted(userId, find(userId)));
        }
        GenealogyWriter.requirePosition(parent, position);
        network.userIds().add(members, userId, joinedAtMicros);
        placement.add(members, parent, position, LATER);
        sponsors.add(members, sponsor);
        return members++;
    }

    /// Says when a member was changed for the last time: moved, given another sponsor, suspended,
    /// reinstated or renamed. O(1).
    ///
    /// @param atMicros in microseconds since 1970 UTC
    /// @throws IllegalArgumentException when the member was not added before
    public void updated(int member, long atMicros) {
        requireAdded(member);
        network.updatedAtMicros().set(member, atMicros);
    }

    /// Says that a member is suspended. O(1).
    ///
    /// @throws IllegalArgumentException when the member was not added before
    public void suspended(int member) {
        requireAdded(member);
        placement.suspend(member);
    }

    /// Says that a member got another sponsor than at birth; with which the member was [#add]ed is the one of now.
    /// Call it for all such changes in their order; of several ones of the same member the last one counts. O(1).
    ///
    /// @param membersBefore how many members had been born before the change
    /// @throws IllegalArgumentException when the member was not added before or not yet born then, or an earlier
    ///     call gave more members
    public void sponsorChanged(int member, int membersBefore) {
        requireAdded(member);
        if (membersBefore <= member || membersBefore < lastMembersBefore) {
            throw new IllegalArgumentException(
                    "member %d got another sponsor when there were %d members: at least %d there must have been"
                            .formatted(member, membersBefore, Math.max(member + 1, lastMembersBefore)));
        }
        lastMembersBefore = membersBefore;
        responsored.remove(member);
        responsored.put(member, membersBefore);
    }

    /// Says which change of a member was the last one in the log. O(1).
    ///
    /// @param seq its place
    /// @param atMicros when, in microseconds since 1970 UTC
    public void lastChange(long seq, long atMicros) {
        changeSeq = seq;
        changedAtMicros = atMicros;
    }

    private void requireAdded(int member) {
        if (member < 0 || member >= members) {
            throw new IllegalArgumentException(
                    "member %d is unknown: %d members were added so far".formatted(member, members));
        }
    }

    /// Links everybody and computes every figure. O(members), however deep the network is.
    ///
    /// @param asOf the place in the log of what was added
    /// @throws IllegalArgumentException when what was added isn't a network: an unknown parent or sponsor, a
    ///     position taken twice, members in a circle
    public Genealogy finish(long asOf) {
        for (int member = 0; member < members; member++) {
            link(member);
        }
        linkSponsors();
        placement.settle(members);
        sponsors.settle(members);
        long stamp = network.sections().beginWrite();
        network.noteChange(changeSeq, changedAtMicros);
        network.show(members, asOf);
        network.sections().endWrite(stamp);
        return new Genealogy(network);
    }

    private void link(int member) {
        int parent = placement.links().parent(member);
        requireKnown("parent", parent, member);
        requireKnown("sponsor", sponsors.links().parent(member), member);
        int position = placement.position(member);
        if (parent != NONE && placement.childAt(parent, position) != NONE) {
            throw new IllegalArgumentException("position %d under member %d is taken by both %d and %d"
                    .formatted(position, parent, placement.childAt(parent, position), member));
        }
        placement.link(member);
    }

    /// Everybody in the order of becoming the sponsor's: by birth, or by getting another sponsor.
    private void linkSponsors() {
        int born = 0;
        for (Map.Entry<Integer, Integer> change : responsored.entrySet()) {
            born = linkBorn(born, Math.min(change.getValue(), members));
            sponsors.append(change.getKey());
            sponsors.noteTurn(change.getKey(), change.getValue());
        }
        linkBorn(born, members);
    }

    private int linkBorn(int from, int until) {
        for (int member = from; member < until; member++) {
            if (!responsored.containsKey(member)) {
                sponsors.append(member);
            }
        }
        return until;
    }

    private void requireKnown(String role, int known, int member) {
        if (known < NONE || known >= members) {
            throw new IllegalArgumentException(
                    "%s %d of member %d is unknown: there are %d members".formatted(role, known, member, members));
        }
    }
}
