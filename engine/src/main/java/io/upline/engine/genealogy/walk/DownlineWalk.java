package io.upline.engine.genealogy.walk;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.IntBuffer;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.Sections;
import io.upline.engine.genealogy.arrays.SteadyReads;

/// Reads a downline level by level into parallel lists, as many whole levels as the limits allow. An *offset* is a
/// place in these lists; the top has offset [Forest#NONE].
public final class DownlineWalk {
    private final NetworkArrays network;
    private final SteadyReads reads;
    private final Forest links;
    private final int visible;
    private final int top;
    private final int maxDepth;
    private final int maxMembers;

    private final IntBuffer members = new IntBuffer();
    private final IntBuffer parentOffsets = new IntBuffer();
    private final IntBuffer depths = new IntBuffer();
    private final IntBuffer counts = new IntBuffer();
    /// For each offset whose children were read: where they begin.
    private final IntBuffer childOffsets = new IntBuffer();

    private Progress progress = new Progress(Forest.NONE, Forest.NONE, 0, 0, false);

    /// `reading` is the next offset to look below; its level spans from `levelStart` to `levelEnd`, `depth` below
    /// the top.
    private record Progress(int reading, int levelStart, int levelEnd, int depth, boolean cut) {
        boolean isLevelRead() {
            return reading == levelEnd;
        }
    }

    /// A walk below `top` that sees the members with an index below `visible`.
    public DownlineWalk(NetworkArrays network, int visible, int top, int maxDepth, int maxMembers) {
        this.network = network;
        this.reads = new SteadyReads(network.sections());
        this.links = network.placement().links();
        this.visible = visible;
        this.top = top;
        this.maxDepth = maxDepth;
        this.maxMembers = maxMembers;
    }

    /// Reads everything that fits. O(members read × width).
    public void run() {
        while (!isDone(progress)) {
            Progress from = progress;
            int size = members.size();
            progress = reads.read(() -> section(from, size));
        }
    }

    private boolean isDone(Progress at) {
        return at.cut || (at.isLevelRead() && members.size() == at.levelEnd);
    }

    private Progress section(Progress from, int size) {
        truncate(size, Math.max(from.reading, 0));
        Progress at = from;
        int budget = Sections.SECTION_MEMBERS;
        while (budget > 0 && !isDone(at)) {
            int before = members.size();
            at = at.isLevelRead()
                    ? new Progress(at.reading, at.levelEnd, members.size(), at.depth + 1, false)
                    : readBelow(at);
            budget -= Math.max(members.size() - before, 0) + 1;
        }
        return at;
    }

    private Progress readBelow(Progress at) {
        int parent = at.reading == Forest.NONE ? top : members.get(at.reading);
        if (at.reading != Forest.NONE) {
            childOffsets.add(members.size());
        }
        int begin = members.size();
        Children.collect(network.placement(), parent, visible, members);
        int found = members.size() - begin;
        if (found > 0 && (at.depth >= maxDepth || found > maxMembers - begin)) {
            truncate(at.levelEnd, Math.max(at.levelStart, 0));
            return new Progress(at.levelEnd, at.levelStart, at.levelEnd, at.depth, true);
        }
        for (int offset = begin; offset < members.size(); offset++) {
            parentOffsets.add(at.reading);
            depths.add(at.depth + 1);
            counts.add(links.descendants(members.get(offset)));
        }
        return new Progress(at.reading + 1, at.levelStart, at.levelEnd, at.depth, false);
    }

    private void truncate(int size, int expanded) {
        members.truncate(size);
        parentOffsets.truncate(size);
        depths.truncate(size);
        counts.truncate(size);
        childOffsets.truncate(expanded);
    }

    /// Whether members below were left out because of a limit.
    public boolean isCut() {
        return progress.cut;
    }

    /// The number of whole levels that were read.
    public int levels() {
        return members.size() == 0 ? 0 : depths.get(members.size() - 1);
    }

    /// The members, in breadth-first order.
    public IntBuffer members() {
        return members;
    }

    /// For each member the offset of its parent.
    public IntBuffer parentOffsets() {
        return parentOffsets;
    }

    /// For each member how many steps it stands below the top.
    public IntBuffer depths() {
        return depths;
    }

    /// For each member the number of its descendants.
    public IntBuffer counts() {
        return counts;
    }

    /// For the members whose children were looked for, the first ones of the list: the offset at which these begin.
    public IntBuffer childOffsets() {
        return childOffsets;
    }
}
