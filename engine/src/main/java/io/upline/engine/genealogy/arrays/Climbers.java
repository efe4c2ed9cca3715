package io.upline.engine.genealogy.arrays;

/// Lines of one tree along which new descendants are being counted, all at once and step by step. The steps of one
/// round don't depend on each other, so the processor fetches many members from memory at the same time; that is what
/// makes it fast.
public final class Climbers {
    private final int[] reached;
    private final int[] counts;
    private final int[] heights;
    private final int[] parents;
    private int climbing;

    /// Lines that begin at some members.
    ///
    /// @param starts the members that count first
    /// @param counts how many new descendants each of them has
    /// @param heights how many steps below them is the deepest of these
    public Climbers(int[] starts, int[] counts, int[] heights) {
        this.reached = starts;
        this.counts = counts;
        this.heights = heights;
        this.parents = new int[starts.length];
        this.climbing = starts.length;
    }

    /// How many have not left a root yet.
    public int climbing() {
        return climbing;
    }

    /// Counts at each member that was reached, and takes a step up. O(climbing).
    public void step(Forest links) {
        lookUp(links);
        for (int climber = 0; climber < climbing; climber++) {
            links.countDescendants(reached[climber], counts[climber]);
        }
        leave();
    }

    /// As [#step(Forest)], and raises the heights.
    public void step(Matrix placement) {
        lookUp(placement.links());
        for (int climber = 0; climber < climbing; climber++) {
            placement.count(reached[climber], counts[climber], heights[climber]);
        }
        leave();
    }

    /// A loop that does nothing but read: it runs ahead of memory, and the next loop finds everything near.
    private void lookUp(Forest links) {
        for (int climber = 0; climber < climbing; climber++) {
            parents[climber] = links.parent(reached[climber]);
        }
    }

    private void leave() {
        int left = 0;
        for (int climber = 0; climber < climbing; climber++) {
            reached[left] = parents[climber];
            counts[left] = counts[climber];
            heights[left] = heights[climber] + 1;
            left += parents[climber] == Forest.NONE ? 0 : 1;
        }
        climbing = left;
    }
}
