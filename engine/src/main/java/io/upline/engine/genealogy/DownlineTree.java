package io.upline.engine.genealogy;

import io.upline.engine.genealogy.walk.DownlineWalk;

/// A downline as a tree of whole levels, laid out in breadth-first order, so that a renderer nests it with loops
/// only.
///
/// An *offset* from 0 to below [#size()] names an entry. The frontline is at offsets 0 to below [#frontline()];
/// the children of an entry lie side by side from [#firstChild] on. Only the lowest whole level that fits the
/// limits was read; an entry whose children were left out still has its [#downlineCount].
public final class DownlineTree {
    private final int top;
    private final int topLevel;
    private final int total;
    private final long asOf;
    private final DownlineWalk walk;

    DownlineTree(Member top, long asOf, DownlineWalk walk) {
        this.top = top.index();
        this.topLevel = top.level();
        this.total = top.downline();
        this.asOf = asOf;
        this.walk = walk;
    }

    /// The member whose downline this is; it isn't an entry itself.
    public int top() {
        return top;
    }

    /// The number of entries.
    public int size() {
        return walk.members().size();
    }

    /// The number of levels, all of them whole.
    public int levels() {
        return walk.levels();
    }

    /// Whether members were left out because of a limit.
    public boolean isCut() {
        return walk.isCut();
    }

    /// The number of members in the whole downline, whatever was left out.
    public int total() {
        return total;
    }

    /// The place in the log that the answer stands for.
    public long asOf() {
        return asOf;
    }

    /// The number of children of the top, at offsets from 0.
    public int frontline() {
        return childrenBegin(0);
    }

    /// The member of an entry.
    public int member(int offset) {
        return walk.members().get(offset);
    }

    /// The offset of an entry's parent, [Genealogy#NONE] when that is the top.
    public int parentOffset(int offset) {
        return walk.parentOffsets().get(offset);
    }

    /// The level of an entry in the network: a root's is 1.
    public int level(int offset) {
        return topLevel + depth(offset);
    }

    /// How many steps an entry stands below the top: from 1.
    public int depth(int offset) {
        return walk.depths().get(offset);
    }

    /// The number of all descendants of an entry, in the whole network.
    public int downlineCount(int offset) {
        return walk.counts().get(offset);
    }

    /// The offset of an entry's first child; the others follow it.
    public int firstChild(int offset) {
        return childrenBegin(offset);
    }

    /// The number of an entry's children that are entries too; 0 when they were left out.
    public int children(int offset) {
        return childrenBegin(offset + 1) - childrenBegin(offset);
    }

    private int childrenBegin(int offset) {
        return offset < walk.childOffsets().size() ? walk.childOffsets().get(offset) : size();
    }
}
