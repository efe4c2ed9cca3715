package io.upline.engine.genealogy.arrays;

/// The placement tree: a [Forest] whose children stand at positions 1 to 100, and which always knows its open slots.
///
/// For each member it keeps the *open depth*: how many steps below is the shallowest member with a free position (0:
/// the
/// member itself). Spillover walks down along it and never searches. It also keeps the *height*: how many steps below
/// is
/// the deepest published descendant.
///
/// A member is full when it has at least `width` children, whatever their positions: after the width was narrowed some
/// have
/// more. Open depths are read and written by the writer only, so they change outside of any lock.
public final class Matrix {
    /// The largest position, and so the largest width.
    public static final int MAX_POSITION = 100;

    private static final int OPEN_DEPTH = Forest.FIELDS;
    private static final int HEIGHT = Forest.FIELDS + 1;
    /// The position in the low byte, the number of children with drafts in the next.
    private static final int SLOT = Forest.FIELDS + 2;

    private static final int FIELDS = Forest.FIELDS + 3;
    private static final int BYTE_MASK = 0xFF;
    private static final int ONE_CHILD = 1 << Byte.SIZE;

    private final IntRecords records = new IntRecords(FIELDS);
    private final Forest links = new Forest(records);
    private int width;

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
        return records.get(member, SLOT) >>> Byte.SIZE;
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
        int child = links.firstChild(parent);
        while (openDepth(child) != depth) {
            child = links.next(child);
        }
        return child;
    }

    /// The leftmost free position under a member that is not full. O(1) when there are no gaps, else O(width).
    public int leftmostFree(int parent) {
        int occupied = occupied(parent);
        if (occupied == 0 || position(links.lastChild(parent)) == occupied) {
            return occupied + 1;
        }
        int free = 1;
        for (int child = links.firstChild(parent); position(child) == free; child = links.next(child)) {
            free++;
        }
        return free;
    }

    /// The child of `parent` at a position, drafts included, or [Forest#NONE]. O(width).
    public int childAt(int parent, int position) {
        int child = links.firstChild(parent);
        while (child != Forest.NONE && position(child) < position) {
            child = links.nextSibling(child);
        }
        return child != Forest.NONE && position(child) == position ? child : Forest.NONE;
    }

    /// Adds the next member, not yet linked to its parent. O(1).
    public void add(int member, int parent, int position) {
        links.add(member, parent);
        records.set(member, OPEN_DEPTH, 0);
        records.set(member, HEIGHT, 0);
        records.set(member, SLOT, position);
    }

    /// Links a member to its parent, among the siblings by position, which must be free. Open depths stay as they are:
    /// see
    /// [#climbOpenDepth]. O(1) at the right end, else O(width).
    public void link(int member) {
        int parent = links.parent(member);
        if (parent == Forest.NONE) {
            return;
        }
        int last = links.lastChild(parent);
        if (last == Forest.NONE || position(last) < position(member)) {
            links.append(member);
        } else {
            links.linkAfter(before(parent, position(member)), member);
        }
        records.add(parent, SLOT, ONE_CHILD);
    }

    /// Takes a member out from under its parent. Open depths stay as they are: see [#climbOpenDepth]. O(width).
    public void unlink(int member) {
        int parent = links.parent(member);
        if (parent == Forest.NONE) {
            return;
        }
        int previous = before(parent, position(member));
        links.unlink(member, previous == member ? Forest.NONE : previous);
        records.add(parent, SLOT, -ONE_CHILD);
    }

    /// The child whose next is the one at `position`, or the one that would be there.
    private int before(int parent, int position) {
        int previous = links.lastChild(parent);
        for (int child = links.next(previous); position(child) < position; child = links.next(child)) {
            previous = child;
        }
        return previous;
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
            member = links.parent(member);
        }
    }

    private int openDepthFromChildren(int member) {
        if (!isFull(member)) {
            return 0;
        }
        int last = links.lastChild(member);
        int least = openDepth(last);
        for (int child = links.next(last); child != last && least > 0; child = links.next(child)) {
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

    /// Computes every figure from the links, after linking all members. O(members).
    ///
    /// @throws IllegalArgumentException when members stand in a circle
    public void settle(int members) {
        links.settle(members, this::settleDepths);
    }

    private void settleDepths(int member) {
        int height = 0;
        for (int child = links.firstChild(member); child != Forest.NONE; child = links.nextSibling(child)) {
            height = Math.max(height, height(child) + 1);
        }
        records.set(member, HEIGHT, height);
        records.set(member, OPEN_DEPTH, openDepthFromChildren(member));
    }

    /// Changes the width in force: wider opens slots, narrower moves nobody. O(members).
    public void changeWidth(int newWidth, int members) {
        width = newWidth;
        links.walk(members, member -> {}, member -> records.set(member, OPEN_DEPTH, openDepthFromChildren(member)));
    }
}
