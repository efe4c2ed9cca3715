package io.upline.engine.genealogy.walk;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.IntBuffer;
import io.upline.engine.genealogy.arrays.Matrix;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.Sections;
import io.upline.engine.genealogy.arrays.SteadyReads;

/// Walks along one level of a downline from left to right. It goes down only where the height says that the level
/// is reached, and up only as far as it must, so members beside the way cost nothing.
final class LevelWalk {
    private final SteadyReads reads;
    private final Matrix placement;
    private final Forest links;
    private final int visible;
    private final int top;
    private final int targetDepth;

    private Place place;
    private int budget;

    /// Where the walk stands: at a member, `depth` steps below the top, about to look below it or to its right.
    private record Place(int member, int depth, boolean lookBelow) {}

    /// A walk along the whole level `targetDepth` steps below `top`, from its leftmost member.
    static LevelWalk along(NetworkArrays network, int visible, int top, int targetDepth) {
        return new LevelWalk(network, visible, top, targetDepth, new Place(top, 0, true));
    }

    /// A walk along the rest of a level, beginning to the right of `member`, which is `depth` steps below `top`.
    static LevelWalk rightOf(NetworkArrays network, int visible, int top, int member, int depth) {
        return new LevelWalk(network, visible, top, depth, new Place(member, depth, false));
    }

    private LevelWalk(NetworkArrays network, int visible, int top, int targetDepth, Place start) {
        this.reads = new SteadyReads(network.sections());
        this.placement = network.placement();
        this.links = placement.links();
        this.visible = visible;
        this.top = top;
        this.targetDepth = targetDepth;
        this.place = start;
    }

    /// Adds the level's members to `found` until there are `limit` of them or the level ends.
    /// O(members found × depth × width) at most; usually O(depth + members found × width).
    void collect(IntBuffer found, int limit) {
        while (found.size() < limit && !isEnd(place)) {
            Place from = place;
            int kept = found.size();
            place = reads.read(() -> section(from, found, kept, limit));
        }
    }

    private boolean isEnd(Place at) {
        return at.member == top && !at.lookBelow;
    }

    private Place section(Place from, IntBuffer found, int kept, int limit) {
        found.truncate(kept);
        budget = Sections.SECTION_MEMBERS;
        Place at = from;
        while (budget-- > 0 && found.size() < limit && !isEnd(at)) {
            at = at.lookBelow ? lookBelow(at, found) : lookRight(at);
        }
        return at;
    }

    private Place lookBelow(Place at, IntBuffer found) {
        if (at.depth == targetDepth) {
            found.add(at.member);
            return new Place(at.member, at.depth, false);
        }
        int child = leftmostReaching(at.member, Forest.NONE, at.depth + 1);
        return child == Forest.NONE ? new Place(at.member, at.depth, false) : new Place(child, at.depth + 1, true);
    }

    private Place lookRight(Place at) {
        int parent = links.parent(at.member);
        int sibling = leftmostReaching(parent, at.member, at.depth);
        return sibling == Forest.NONE ? new Place(parent, at.depth - 1, false) : new Place(sibling, at.depth, true);
    }

    /// The leftmost published child of `parent`, `depth` below the top and to the right of `leftOf` (any child, for
    /// [Forest#NONE]), that reaches the level.
    private int leftmostReaching(int parent, int leftOf, int depth) {
        int leftmost = Forest.NONE;
        int child = links.lastChild(parent);
        for (int seen = 0; seen < Matrix.MAX_POSITION && child != leftOf; seen++) {
            budget--;
            if (child < visible && placement.height(child) >= targetDepth - depth) {
                leftmost = child;
            }
            child = links.previousSibling(child);
        }
        return leftmost;
    }
}
