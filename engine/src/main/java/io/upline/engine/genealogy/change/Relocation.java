package io.upline.engine.genealogy.change;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.Matrix;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.WriteHold;

/// A member's move to another place, together with everybody below: the levels of the whole downline are prepared
/// aside, and shown when the member is linked elsewhere.
final class Relocation implements TreePart {
    private final Matrix placement;
    private final Forest links;
    private final int member;
    private final int from;
    private final int parent;
    private final int position;
    private final Detour detour;
    private final boolean isLevelChanged;

    /// A move of `member` to a free position under `parent`, who is neither the member nor below it. O(steps up).
    Relocation(NetworkArrays network, int member, int parent, int position) {
        this.placement = network.placement();
        this.links = placement.links();
        this.member = member;
        this.from = links.parent(member);
        this.parent = parent;
        this.position = position;
        this.detour = Detour.of(links, from, parent);
        this.isLevelChanged = placement.level(member) != placement.levelBelow(parent);
    }

    /// O(descendants) when the level changes.
    @Override
    public void prepare() {
        if (isLevelChanged) {
            placement.prepareLevels(member, placement.levelBelow(parent) - placement.level(member));
        }
    }

    @Override
    public void join(WriteHold hold) {
        detour.join(members(), hold);
        raiseHeights(hold);
    }

    @Override
    public void relink() {
        placement.relink(member, parent, position);
        links.discountChild(from);
        links.countChild(parent);
        if (isLevelChanged) {
            placement.showPreparedLevels();
        }
    }

    @Override
    public void leave(WriteHold hold) {
        detour.leave(members(), hold);
        lowerHeights(hold);
    }

    @Override
    public void settle() {
        if (isLevelChanged) {
            placement.settleLevels(member);
        }
        placement.climbOpenDepth(from);
        placement.climbOpenDepth(parent);
    }

    private int members() {
        return links.descendants(member) + 1;
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

    private void lowerHeights(WriteHold hold) {
        int ancestor = from;
        while (ancestor != Forest.NONE && placement.settleHeight(ancestor)) {
            hold.touched(placement.occupied(ancestor) + 1);
            ancestor = links.parent(ancestor);
        }
    }
}
