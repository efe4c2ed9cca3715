package io.upline.engine.genealogy.change;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.Matrix;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.WriteHold;

/// A member's move to another place, together with everybody below.
///
/// Readers never see half of it: the levels of the whole downline are prepared aside, and then one short hold of
/// the write lock links the member elsewhere and shows them. The ancestors are counted in slices, those who gain
/// before the move and those who lose after it: for that moment some count the member who don't have it, and nobody
/// misses it.
public final class Relocation {
    private final NetworkArrays network;
    private final Matrix placement;
    private final Forest links;
    private final int member;
    private final int parent;
    private final int position;

    /// A move of `member` to a free position under `parent`, who is neither the member nor below it.
    public Relocation(NetworkArrays network, int member, int parent, int position) {
        this.network = network;
        this.placement = network.placement();
        this.links = placement.links();
        this.member = member;
        this.parent = parent;
        this.position = position;
    }

    /// Moves. O(descendants + steps up × width); nobody waits for more than about a thousand members of it.
    public void run(long atMicros, long asOf) {
        int from = links.parent(member);
        Detour detour = Detour.of(links, from, parent);
        boolean isLevelChanged = placement.level(member) != placement.levelBelow(parent);
        if (isLevelChanged) {
            placement.prepareLevels(member, placement.levelBelow(parent) - placement.level(member));
        }
        int members = links.descendants(member) + 1;
        try (WriteHold hold = new WriteHold(network.sections())) {
            detour.join(members, hold);
            raiseHeights(hold);
            network.change(member, atMicros, asOf, () -> relink(from, isLevelChanged));
            detour.leave(members, hold);
            lowerHeights(from, hold);
        }
        if (isLevelChanged) {
            placement.settleLevels(member);
        }
        placement.climbOpenDepth(from);
        placement.climbOpenDepth(parent);
    }

    private void relink(int from, boolean isLevelChanged) {
        placement.relink(member, parent, position);
        links.discountChild(from);
        links.countChild(parent);
        if (isLevelChanged) {
            placement.showPreparedLevels();
        }
    }

    private void raiseHeights(WriteHold hold) {
        int steps = placement.height(member) + 1;
        int ancestor = parent;
        while (ancestor != Forest.NONE && placement.height(ancestor) < steps) {
            placement.reach(ancestor, steps++);
            ancestor = links.parent(ancestor);
            hold.touched(1);
        }
    }

    private void lowerHeights(int from, WriteHold hold) {
        int ancestor = from;
        while (ancestor != Forest.NONE && placement.settleHeight(ancestor)) {
            hold.touched(placement.occupied(ancestor) + 1);
            ancestor = links.parent(ancestor);
        }
    }
}
