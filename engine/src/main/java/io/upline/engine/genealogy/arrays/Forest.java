package io.upline.engine.genealogy.arrays;

import java.util.function.IntConsumer;

/// The links of one tree (or of several: every member without a parent is a root). A member is an index in order of
/// birth.
///
/// The children of a member form a ring in their order: the parent knows the last one, the last one's next is the
/// first.
/// So appending is O(1) however many there are. Two kinds of figures stand beside the links: the level, which a member
/// has
/// from the start, and the numbers of children and descendants, which only count published members.
///
/// Not synchronized: see [Sections].
public final class Forest {
    /// "Nobody": no parent, no child, no next.
    public static final int NONE = -1;

    private static final int PARENT = 0;
    private static final int LAST_CHILD = 1;
    private static final int NEXT = 2;
    private static final int CHILDREN = 3;
    private static final int DESCENDANTS = 4;
    private static final int LEVEL = 5;
    /// The fields of a member's record that belong to the links.
    static final int FIELDS = 6;

    private final IntRecords records;

    /// A tree with nothing beside its links.
    public Forest() {
        this(new IntRecords(FIELDS));
    }

    /// A tree whose links are the first [#FIELDS] fields of larger records.
    Forest(IntRecords records) {
        this.records = records;
    }

    /// The member directly above, or [#NONE] for a root.
    public int parent(int member) {
        return records.get(member, PARENT);
    }

    /// The last child in the ring, drafts included, or [#NONE].
    public int lastChild(int member) {
        return records.get(member, LAST_CHILD);
    }

    /// The first child in the ring, drafts included, or [#NONE].
    public int firstChild(int member) {
        int last = lastChild(member);
        return last == NONE ? NONE : next(last);
    }

    /// The next member of the ring that a child belongs to; after the last comes the first.
    public int next(int child) {
        return records.get(child, NEXT);
    }

    /// The next child of the same parent, or [#NONE] for the last one and for a root.
    public int nextSibling(int child) {
        int parent = parent(child);
        return parent == NONE || lastChild(parent) == child ? NONE : next(child);
    }

    /// The number of published children.
    public int children(int member) {
        return records.get(member, CHILDREN);
    }

    /// The number of published descendants.
    public int descendants(int member) {
        return records.get(member, DESCENDANTS);
    }

    /// The distance from the root plus one: a root is level 1.
    public int level(int member) {
        return records.get(member, LEVEL);
    }

    /// Adds the next member below `parent` (or as a root), not yet in the parent's ring. The level stays 0 when the
    /// parent
    /// is not there yet; [#settle] computes it then. O(1).
    public void add(int member, int parent) {
        records.reserve(member);
        records.set(member, PARENT, parent);
        records.set(member, LAST_CHILD, NONE);
        records.set(member, NEXT, NONE);
        records.set(member, CHILDREN, 0);
        records.set(member, DESCENDANTS, 0);
        records.set(member, LEVEL, parent == NONE ? 1 : parent < member ? level(parent) + 1 : 0);
    }

    /// Puts a member at the end of its parent's ring; a root has none. O(1).
    public void append(int member) {
        int parent = parent(member);
        if (parent != NONE) {
            linkAfter(lastChild(parent), member);
            records.set(parent, LAST_CHILD, member);
        }
    }

    /// Puts a member behind `previous` in its parent's ring, without making it the last; with [#NONE] the ring is only
    /// itself.
    /// O(1).
    void linkAfter(int previous, int member) {
        records.set(member, NEXT, previous == NONE ? member : next(previous));
        if (previous != NONE) {
            records.set(previous, NEXT, member);
        }
    }

    /// Takes a member, which is not a root, out of its parent's ring. `previous` is the one before it, [#NONE] when it
    /// was
    /// alone. O(1).
    public void unlink(int member, int previous) {
        int parent = parent(member);
        if (previous != NONE) {
            records.set(previous, NEXT, next(member));
        }
        if (lastChild(parent) == member) {
            records.set(parent, LAST_CHILD, previous);
        }
    }

    /// Counts one more child of `parent`. O(1).
    public void countChild(int parent) {
        records.add(parent, CHILDREN, 1);
    }

    /// Counts `more` descendants of `ancestor`. O(1).
    public void countDescendants(int ancestor, int more) {
        records.add(ancestor, DESCENDANTS, more);
    }

    /// Computes level, children and descendants of every member from the links, after linking all of them. O(members).
    ///
    /// @throws IllegalArgumentException when members stand in a circle, so that no root leads to them
    public void settle(int members) {
        settle(members, member -> {});
    }

    /// As [#settle(int)]; `further` then sees each member after its descendants.
    void settle(int members, IntConsumer further) {
        int reached = walk(members, this::settleLevel, member -> {
            settleCounts(member);
            further.accept(member);
        });
        if (reached != members) {
            throw new IllegalArgumentException(
                    "%d of %d members stand in a circle: no root is above them".formatted(members - reached, members));
        }
    }

    private void settleLevel(int member) {
        int parent = parent(member);
        records.set(member, LEVEL, parent == NONE ? 1 : level(parent) + 1);
    }

    private void settleCounts(int member) {
        int children = 0;
        int descendants = 0;
        for (int child = firstChild(member); child != NONE; child = nextSibling(child)) {
            children++;
            descendants += descendants(child) + 1;
        }
        records.set(member, CHILDREN, children);
        records.set(member, DESCENDANTS, descendants);
    }

    /// Walks down from every root: `enter` sees a member before its descendants, `leave` after them. It needs neither a
    /// stack nor recursion, so depth costs nothing. O(members).
    ///
    /// @return how many members were entered
    int walk(int members, IntConsumer enter, IntConsumer leave) {
        int reached = 0;
        for (int root = 0; root < members; root++) {
            if (parent(root) == NONE) {
                reached += walkFrom(root, enter, leave);
            }
        }
        return reached;
    }

    private int walkFrom(int root, IntConsumer enter, IntConsumer leave) {
        int entered = 0;
        for (int member = root; member != NONE; member = leaveTowardsNext(member, root, leave)) {
            for (int below = member; below != NONE; below = firstChild(below)) {
                enter.accept(below);
                entered++;
                member = below;
            }
        }
        return entered;
    }

    private int leaveTowardsNext(int leaf, int root, IntConsumer leave) {
        int member = leaf;
        leave.accept(member);
        while (member != root) {
            int sibling = nextSibling(member);
            if (sibling != NONE) {
                return sibling;
            }
            member = parent(member);
            leave.accept(member);
        }
        return NONE;
    }
}
