package io.upline.engine.genealogy.arrays;

/// Lines of one tree along which new descendants are being counted, all at once and step by step. The steps of one
/// round don't depend on each other, so the processor fetches many members from memory at the same time; that is
/// what makes it fast.
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

    /// Counts at each member that was reached, and takes a step up; who climbs alone takes as many as a section
    /// allows.
    ///
    /// @return how many steps were taken in all
    public int step(Forest links) {
        return climbing == 1 ? stepAlone(links) : stepTogether(links);
    }

    /// As [#step(Forest)], and raises the heights.
    public int step(Matrix placement) {
        return climbing == 1 ? stepAlone(placement) : stepTogether(placement);
    }

    private int stepTogether(Forest links) {
        lookUp(links);
        for (int climber = 0; climber < climbing; climber++) {
            links.countDescendants(reached[climber], counts[climber]);
        }
        return leave();
    }

    private int stepTogether(Matrix placement) {
        lookUp(placement.links());
        for (int climber = 0; climber < climbing; climber++) {
            placement.count(reached[climber], counts[climber], heights[climber]);
        }
        return leave();
    }

    private int stepAlone(Forest links) {
        int member = reached[0];
        int steps = 0;
        while (member != Forest.NONE && steps < Sections.SECTION_MEMBERS) {
            // A member often stands below the one born before: such a run is climbed without waiting to read who is
            // above.
            while (member > 0 && links.parent(member) == member - 1 && steps < Sections.SECTION_MEMBERS) {
                links.countDescendants(member--, counts[0]);
                steps++;
            }
            links.countDescendants(member, counts[0]);
            member = links.parent(member);
            steps++;
        }
        return arriveAlone(member, steps);
    }

    private int stepAlone(Matrix placement) {
        Forest links = placement.links();
        int member = reached[0];
        int steps = 0;
        while (member != Forest.NONE && steps < Sections.SECTION_MEMBERS) {
            while (member > 0 && links.parent(member) == member - 1 && steps < Sections.SECTION_MEMBERS) {
                placement.count(member--, counts[0], heights[0] + steps++);
            }
            placement.count(member, counts[0], heights[0] + steps++);
            member = links.parent(member);
        }
        return arriveAlone(member, steps);
    }

    private int arriveAlone(int member, int steps) {
        reached[0] = member;
        heights[0] += steps;
        climbing = member == Forest.NONE ? 0 : 1;
        return steps;
    }

    /// A loop that does nothing but read: it runs ahead of memory, and the next loop finds everything near.
    private void lookUp(Forest links) {
        for (int climber = 0; climber < climbing; climber++) {
            parents[climber] = links.parent(reached[climber]);
        }
    }

    private int leave() {
        int steps = climbing;
        int left = 0;
        for (int climber = 0; climber < climbing; climber++) {
            reached[left] = parents[climber];
            counts[left] = counts[climber];
            heights[left] = heights[climber] + 1;
            left += parents[climber] == Forest.NONE ? 0 : 1;
        }
        climbing = left;
        return steps;
    }
}
