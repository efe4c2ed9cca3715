package io.upline.engine.genealogy.arrays;

/// The placement tree: a [Forest] whose children stand at positions 1 to 100, and which always knows its open
/// slots.
///
/// Every member's level is written twice, and readers look at one of the two. A move writes the new levels of a
/// whole downline into the other one, and then lets readers look there: so all of them change at once, however
/// many.
///
/// For each member it keeps the *open depth*: how many steps below is the shallowest member with a free position
/// (0: the member itself). Spillover walks down along it and never searches. It also keeps the *height*: how many
/// steps below is the deepest published descendant.
///
/// A member is full when it has at least `width` children, whatever their positions: after the width was narrowed
/// some have more. Open depths are read and written by the writer only, so they change outside of any lock.
public final class Matrix {
    /// The largest position, and so the largest width.
    public static final int MAX_POSITION = 100;

    // What a birth touches of its parent stands together.
    private static final int OPEN_DEPTH = 0;
    /// Four bytes: the position, the number of children with drafts, the highest position among these, and marks.
    /// What a placement asks of the children stands with the parent, so that it touches none of them.
    private static final int SLOT = 1;

    /// Two fields; see [#shownLevel].
    private static final int LEVEL = 2;

    private static final int FIRST_LINK = LEVEL + 2;
    private static final int HEIGHT = FIRST_LINK + Forest.FIELDS;

    private static final int FIELDS = HEIGHT + 1;
    private static final int BYTE_MASK = 0xFF;
    private static final int OCCUPIED_SHIFT_BITS = 8;
    private static final int HIGHEST_SHIFT_BITS = 16;
    private static final int SUSPENDED = 1 << 24;

    private final IntRecords records = new IntRecords(FIELDS);
    private final Forest links = new Forest(records, FIRST_LINK);
    private int width;
    /// Which of the two levels is the one that counts: 0 or 1. Both are the same but while a member is being moved.
    private int shownLevel;

    /// An empty matrix in which a member with `width` children is full.
    public Matrix(int width) {
        this.width = width;
    }

    /// Who stands under whom.
    public Forest links() {
        return links;
    }

    /// The slot under the parent, 1 = leftmost; 0 for a root.
    public int position(int member) {
        return records.get(member, SLOT) & BYTE_MASK;
    }

    /// The number of children, drafts included.
    public int occupied(int member) {
        return records.get(member, SLOT) >>> OCCUPIED_SHIFT_BITS & BYTE_MASK;
    }

    /// The highest position taken under the member, drafts included; 0 when there is none.
    private int highest(int member) {
        return records.get(member, SLOT) >>> HIGHEST_SHIFT_BITS & BYTE_MASK;
    }

    private void setTaken(int parent, int occupied, int highest) {
        int kept = records.get(parent, SLOT) & (SUSPENDED | BYTE_MASK);
        records.set(parent, SLOT, kept | occupied << OCCUPIED_SHIFT_BITS | highest << HIGHEST_SHIFT_BITS);
    }

    /// Whether the member is suspended.
    public boolean isSuspended(int member) {
        return (records.get(member, SLOT) & SUSPENDED) != 0;
    }

    /// Marks a member as suspended. O(1).
    public void suspend(int member) {
        records.set(member, SLOT, records.get(member, SLOT) | SUSPENDED);
    }

    /// Takes that mark away. O(1).
    public void reinstate(int member) {
        records.set(member, SLOT, records.get(member, SLOT) & ~SUSPENDED);
    }

    /// The distance from the root plus one: a root is level 1.
    public int level(int member) {
        return records.get(member, LEVEL + shownLevel);
    }

    /// The level of a child of `parent`; 1 for [Forest#NONE].
    public int levelBelow(int parent) {
        return parent == Forest.NONE ? 1 : level(parent) + 1;
    }

    /// Whether both levels of a member are the same, as they must be but while a member is being moved.
    public boolean isLevelSettled(int member) {
        return records.get(member, LEVEL) == records.get(member, LEVEL + 1);
    }

    private void setLevels(int member, int level) {
        records.set(member, LEVEL, level);
        records.set(member, LEVEL + 1, level);
    }

    /// Writes the levels that a member and all below it will have once it stands `deeper` levels further down,
    /// where nobody looks before [#showPreparedLevels]. O(descendants), outside of any lock.
    public void prepareLevels(int top, int deeper) {
        int prepared = LEVEL + 1 - shownLevel;
        links.walkFrom(top, member -> records.set(member, prepared, level(member) + deeper), member -> {});
    }

    /// Lets readers look at the levels that were prepared. O(1), only under the write lock.
    public void showPreparedLevels() {
        shownLevel = 1 - shownLevel;
    }

    /// Makes both levels the same again after [#showPreparedLevels]. O(descendants), outside of any lock.
    public void settleLevels(int top) {
        prepareLevels(top, 0);
    }

    /// How many steps below is the deepest published descendant; 0 for a leaf.
    public int height(int member) {
        return records.get(member, HEIGHT);
    }

    /// How many steps below is the shallowest member with a free position; 0: the member itself.
    public int openDepth(int member) {
        return records.get(member, OPEN_DEPTH);
    }

    /// Whether nobody more may be placed directly under the member.
    public boolean isFull(int member) {
        return occupied(member) >= width;
    }

    /// The first member with a free position in breadth-first order from `top`, which comes first itself.
    /// O(steps down × width).
    public int firstOpen(int top) {
        int member = top;
        for (int depth = openDepth(top); depth > 0; depth--) {
            member = leftmostWithOpenDepth(member, depth - 1);
        }
        return member;
    }

    private int leftmostWithOpenDepth(int parent, int depth) {
        int leftmost = Forest.NONE;
        for (int child = links.lastChild(parent); child != Forest.NONE; child = links.previousSibling(child)) {
            leftmost = openDepth(child) == depth ? child : leftmost;
        }
        return leftmost;
    }

    /// The leftmost free position under a member that is not full. O(1) when there are no gaps, else O(width²).
    public int leftmostFree(int parent) {
        int occupied = occupied(parent);
        if (highest(parent) == occupied) {
            return occupied + 1;
        }
        int position = 1;
        while (childAt(parent, position) != Forest.NONE) {
            position++;
        }
        return position;
    }

    /// The child of `parent` at a position, drafts included, or [Forest#NONE]. O(1) above the highest, else
    /// O(width).
    public int childAt(int parent, int position) {
        if (highest(parent) < position) {
            return Forest.NONE;
        }
        int child = links.lastChild(parent);
        while (child != Forest.NONE && position(child) > position) {
            child = links.previousSibling(child);
        }
        return child != Forest.NONE && position(child) == position ? child : Forest.NONE;
    }

    /// Adds the next member, not yet linked to its parent; the level may be 0 as long as it isn't known. O(1).
    public void add(int member, int parent, int position, int level) {
        links.add(member, parent);
        setLevels(member, level);
        records.set(member, OPEN_DEPTH, 0);
        records.set(member, HEIGHT, 0);
        records.set(member, SLOT, position);
    }

    /// Links a member to its parent, among the siblings by position, which must be free. Open depths stay as they
    /// are: see [#climbOpenDepth]. O(1) at the right end, else O(width).
    public void link(int member) {
        int parent = links.parent(member);
        if (parent == Forest.NONE) {
            return;
        }
        int position = position(member);
        if (highest(parent) < position) {
            links.append(member);
        } else {
            links.insertBefore(rightOf(parent, position), member);
        }
        setTaken(parent, occupied(parent) + 1, Math.max(highest(parent), position));
    }

    /// Takes a member out from under its parent. Open depths stay as they are: see [#climbOpenDepth]. O(width).
    public void unlink(int member) {
        int parent = links.parent(member);
        if (parent == Forest.NONE) {
            return;
        }
        if (links.lastChild(parent) == member) {
            links.unlinkLast(member);
        } else {
            links.unlinkBefore(rightOf(parent, position(member)), member);
        }
        int last = links.lastChild(parent);
        setTaken(parent, occupied(parent) - 1, last == Forest.NONE ? 0 : position(last));
    }

    /// Puts a member at a free position, under another parent or the same. Counts, heights, levels and open depths
    /// stay as they are. O(width).
    public void relink(int member, int parent, int position) {
        unlink(member);
        links.changeParent(member, parent);
        records.set(member, SLOT, (records.get(member, SLOT) & ~BYTE_MASK) | position);
        link(member);
    }

    /// The first child to the right of a position, where there is one.
    private int rightOf(int parent, int position) {
        int right = links.lastChild(parent);
        int child = links.previousSibling(right);
        while (child != Forest.NONE && position(child) > position) {
            right = child;
            child = links.previousSibling(child);
        }
        return right;
    }

    /// Corrects the open depths from `changed` upwards, as far as they change. O(steps up × width).
    public void climbOpenDepth(int changed) {
        int member = changed;
        while (member != Forest.NONE) {
            int depth = openDepthFromChildren(member);
            if (depth == openDepth(member)) {
                return;
            }
            records.set(member, OPEN_DEPTH, depth);
            member = links.parent(climbSingleFile(member, depth));
        }
    }

    /// At width 1 all stand in single file, mostly in order of birth: this goes up as long as it is so, without
    /// waiting to read who is above.
    ///
    /// @return the last member that was corrected
    private int climbSingleFile(int from, int fromDepth) {
        int member = from;
        int depth = fromDepth;
        while (isOnlyChildOfElder(member) && openDepth(member - 1) != depth + 1) {
            member--;
            depth++;
            records.set(member, OPEN_DEPTH, depth);
        }
        return member;
    }

    private boolean isOnlyChildOfElder(int member) {
        return width == 1 && member > 0 && links.parent(member) == member - 1 && occupied(member - 1) == 1;
    }

    private int openDepthFromChildren(int member) {
        if (!isFull(member)) {
            return 0;
        }
        int least = Integer.MAX_VALUE;
        for (int child = links.lastChild(member);
                child != Forest.NONE && least > 0;
                child = links.previousSibling(child)) {
            least = Math.min(least, openDepth(child));
        }
        return least + 1;
    }

    /// Raises the height of an ancestor when a descendant is published `steps` below. O(1).
    public void reach(int ancestor, int steps) {
        if (height(ancestor) < steps) {
            records.set(ancestor, HEIGHT, steps);
        }
    }

    /// Counts more descendants of an ancestor, of which the deepest is `steps` below. O(1).
    void count(int ancestor, int more, int steps) {
        links.countDescendants(ancestor, more);
        records.set(ancestor, HEIGHT, Math.max(height(ancestor), steps));
    }

    /// Computes every figure from the links, after linking all members. O(members).
    ///
    /// @throws IllegalArgumentException when members stand in a circle
    public void settle(int members) {
        links.settle(members, member -> setLevels(member, levelBelow(links.parent(member))), this::settleDepths);
    }

    private void settleDepths(int member) {
        settleHeight(member);
        records.set(member, OPEN_DEPTH, openDepthFromChildren(member));
    }

    /// Computes a member's height from its children, who all are published. O(width).
    ///
    /// @return whether it was another one
    public boolean settleHeight(int member) {
        int before = height(member);
        int height = 0;
        for (int child = links.lastChild(member); child != Forest.NONE; child = links.previousSibling(child)) {
            height = Math.max(height, height(child) + 1);
        }
        records.set(member, HEIGHT, height);
        return height != before;
    }

    /// Changes the width in force: wider opens slots, narrower moves nobody. O(members).
    public void changeWidth(int newWidth, int members) {
        width = newWidth;
        links.walk(members, member -> {}, member -> records.set(member, OPEN_DEPTH, openDepthFromChildren(member)));
    }
}
