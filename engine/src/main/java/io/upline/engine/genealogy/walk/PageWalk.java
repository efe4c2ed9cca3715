package io.upline.engine.genealogy.walk;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.IntBuffer;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.Sections;
import io.upline.engine.genealogy.arrays.SteadyReads;

/// One page of a downline in breadth-first order, found from nothing but the last member of the page before.
///
/// It ends the level of that member, then reads the next one from its left end; from there on every level's parents
/// are in the page itself, which serves as the queue.
public final class PageWalk {
    private final NetworkArrays network;
    private final SteadyReads reads;
    private final int visible;
    private final int top;
    private final IntBuffer page = new IntBuffer();

    /// A walk below `top` that sees the members with an index below `visible`.
    public PageWalk(NetworkArrays network, int visible, int top) {
        this.network = network;
        this.reads = new SteadyReads(network.sections());
        this.visible = visible;
        this.top = top;
    }

    /// The first `limit` members. O(limit × width).
    public int[] first(int limit) {
        expandFrom(Forest.NONE, limit);
        return page.toArray();
    }

    /// The `limit` members that follow `after`, which stands `depth` steps below the top. O(depth + limit × width)
    /// usually.
    public int[] after(int after, int depth, int limit) {
        LevelWalk.rightOf(network, visible, top, after, depth).collect(page, limit);
        int nextLevel = page.size();
        if (nextLevel < limit) {
            LevelWalk.along(network, visible, top, depth + 1).collect(page, limit);
            expandFrom(nextLevel, limit);
        }
        return page.toArray();
    }

    /// The first `limit` members that stand `depth` steps below the top or deeper. O(depth + limit × width)
    /// usually.
    public int[] from(int depth, int limit) {
        LevelWalk.along(network, visible, top, depth).collect(page, limit);
        expandFrom(0, limit);
        return page.toArray();
    }

    /// Adds the children of the top (for [Forest#NONE]) and of every member of the page from `offset` on, until the
    /// page is full or nobody is left.
    private void expandFrom(int offset, int limit) {
        int reached = offset;
        while (reached < page.size() && page.size() < limit) {
            int from = reached;
            int kept = page.size();
            reached = reads.readInt(() -> expandSection(from, kept, limit));
        }
    }

    private int expandSection(int from, int kept, int limit) {
        page.truncate(kept);
        int offset = from;
        int budget = Sections.SECTION_MEMBERS;
        while (offset < page.size() && budget > 0 && page.size() < limit) {
            int before = page.size();
            addChildren(offset == Forest.NONE ? top : page.get(offset), limit);
            budget -= page.size() - before + 1;
            offset++;
        }
        return offset;
    }

    private void addChildren(int parent, int limit) {
        Children.collect(network.placement(), parent, visible, page);
        page.truncate(Math.min(page.size(), limit));
    }
}
