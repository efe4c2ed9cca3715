package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.Matrix;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import java.util.UUID;

/// Builds a [Genealogy] from what was stored: members in order of birth, each with its current place. Nobody sees
/// anything before [#finish]. Use it once, from one thread.
public final class GenealogyLoader {
    /// A level that is computed in the end: whoever stands above may come later.
    private static final int LATER = 0;

    private final NetworkArrays network;
    private final Matrix placement;
    private final Forest sponsors;
    private int members;

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
        sponsors.add(members, sponsor, LATER);
        return members++;
    }

    /// Links everybody and computes every figure. O(members), however deep the network is.
    ///
    /// @param asOf the place in the log of what was added
    /// @throws IllegalArgumentException when what was added isn't a network: an unknown parent or sponsor, a
    ///     position taken
    ///     twice, members in a circle
    public Genealogy finish(long asOf) {
        for (int member = 0; member < members; member++) {
            link(member);
        }
        placement.settle(members);
        sponsors.settle(members);
        long stamp = network.sections().beginWrite();
        network.show(members, asOf);
        network.sections().endWrite(stamp);
        return new Genealogy(network);
    }

    private void link(int member) {
        int parent = placement.links().parent(member);
        requireKnown("parent", parent, member);
        requireKnown("sponsor", sponsors.parent(member), member);
        int position = placement.position(member);
        if (parent != NONE && placement.childAt(parent, position) != NONE) {
            throw new IllegalArgumentException("position %d under member %d is taken by both %d and %d"
                    .formatted(position, parent, placement.childAt(parent, position), member));
        }
        placement.link(member);
        sponsors.append(member);
    }

    private void requireKnown(String role, int known, int member) {
        if (known < NONE || known >= members) {
            throw new IllegalArgumentException(
                    "%s %d of member %d is unknown: there are %d members".formatted(role, known, member, members));
        }
    }
}
