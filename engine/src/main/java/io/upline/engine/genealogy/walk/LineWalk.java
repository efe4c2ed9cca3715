package io.upline.engine.genealogy.walk;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.Sections;
import io.upline.engine.genealogy.arrays.SteadyReads;
import java.util.OptionalLong;

/// Walks from a member up to one above in one tree, and finds out when that line changed.
public final class LineWalk {
    private final NetworkArrays network;
    private final SteadyReads reads;
    private final Forest links;
    private final int top;

    /// How far up the walk is, and the newest change up to there.
    private record Progress(int member, int steps, long newestChange) {}

    /// A walk up to `top` along the links of one tree.
    public LineWalk(NetworkArrays network, Forest links, int top) {
        this.network = network;
        this.reads = new SteadyReads(network.sections());
        this.links = links;
        this.top = top;
    }

    /// Whether a member stands somewhere below the top. O(steps up).
    public boolean leadsUpFrom(int member) {
        Progress end = walk(member, Integer.MAX_VALUE);
        return end.member == top && end.steps > 0;
    }

    /// When a member or anybody between it and the top was changed for the last time, or [NetworkArrays#NEVER];
    /// empty when the member doesn't stand `depth` steps below the top. O(depth).
    public OptionalLong newestChange(int member, int depth) {
        Progress end = walk(member, depth);
        boolean isBelow = end.member == top && end.steps == depth;
        return isBelow ? OptionalLong.of(end.newestChange) : OptionalLong.empty();
    }

    private Progress walk(int member, int depth) {
        Progress progress = new Progress(member, 0, NetworkArrays.NEVER);
        while (progress.steps < depth && progress.member != Forest.NONE && progress.member != top) {
            Progress from = progress;
            progress = reads.read(() -> section(from, depth));
        }
        return progress;
    }

    private Progress section(Progress from, int depth) {
        int member = from.member;
        int steps = from.steps;
        long newest = from.newestChange;
        int until = (int) Math.min(depth, (long) steps + Sections.SECTION_MEMBERS);
        while (steps < until && member != Forest.NONE && member != top) {
            newest = Math.max(newest, network.updatedAtMicros().get(member));
            member = links.parent(member);
            steps++;
        }
        return new Progress(member, steps, newest);
    }
}
