package io.upline.engine.genealogy.arrays;

import java.util.function.IntConsumer;

/// The links of one tree (or of several: every member without a parent is a root). A member is an index in order of
/// birth.
///
/// The children of a member form a list from the last to the first: the parent knows the last one, each knows the
/// one before. So adding at the end touches no sibling, however many there are. Beside the links stand the numbers
/// of children and descendants, which only count published members.
///
/// Not synchronized: see [Sections].
public final class Forest {
    /// "Nobody": no parent, no child, no sibling.
    public static final int NONE = -1;

    // What a birth touches stands together, and so does what a climb touches: each is mostly one cache line.
    private static final int LAST_CHILD = 0;
    private static final int CHILDREN = 1;
    private static final int PREVIOUS = 2;
    private static final int PARENT = 3;
    private static final int DESCENDANTS = 4;
    /// The fields of a member's record that belong to the links.
    static final int FIELDS = 5;

    private final IntRecords records;
    private final int firstField;

    /// A tree whose links are [#FIELDS] fields of larger records, from `firstField` on.
    Forest(IntRecords records, int firstField) {
        this.records = records;
        this.firstField = firstField;
    }

    /// The member directly above, or [#NONE] for a root.
    public int parent(int member) {
        return records.get(member, firstField + PARENT);
    }

    /// The last child, drafts included, or [#NONE].
    public int lastChild(int member) {
        return records.get(member, firstField + LAST_CHILD);
    }

    /// The sibling before a child, or [#NONE] for the first one and for a root.
    public int previousSibling(int child) {
        return records.get(child, firstField + PREVIOUS);
    }

    /// The number of published children.
    public int children(int member) {
        return records.get(member, firstField + CHILDREN);
    }

    /// The number of published descendants.
    public int descendants(int member) {
        return records.get(member, firstField + DESCENDANTS);
    }

    /// The number of ancestors, the member itself included; 0 for [#NONE]. O(steps up).
    public int lengthOfLine(int member) {
        int length = 0;
        for (int above = member; above != NONE; above = parent(above)) {
            length++;
        }
        return length;
    }

    /// Whether a member is a descendant of `top`. O(steps up).
    public boolean isBelow(int member, int top) {
        int above = parent(member);
        while (above != NONE && above != top) {
            above = parent(above);
        }
        return above == top;
    }

    /// Adds the next member below `parent` (or as a root), not yet among the parent's children. O(1).
    void add(int member, int parent) {
        records.reserve(member);
        records.set(member, firstField + PARENT, parent);
        records.set(member, firstField + LAST_CHILD, NONE);
        records.set(member, firstField + PREVIOUS, NONE);
        records.set(member, firstField + CHILDREN, 0);
        records.set(member, firstField + DESCENDANTS, 0);
    }

    /// Says who is directly above from now on, of a member that stands among nobody's children. O(1).
    void changeParent(int member, int parent) {
        records.set(member, firstField + PARENT, parent);
    }

    /// Makes a member the last child of its parent; a root has none. O(1).
    void append(int member) {
        int parent = parent(member);
        if (parent != NONE) {
            records.set(member, firstField + PREVIOUS, lastChild(parent));
            records.set(parent, firstField + LAST_CHILD, member);
        }
    }

    /// Puts a member before one of its siblings. O(1).
    void insertBefore(int sibling, int member) {
        records.set(member, firstField + PREVIOUS, previousSibling(sibling));
        records.set(sibling, firstField + PREVIOUS, member);
    }

    /// Takes the last child away from its parent; a root has none. O(1).
    void unlinkLast(int member) {
        int parent = parent(member);
        if (parent != NONE) {
            records.set(parent, firstField + LAST_CHILD, previousSibling(member));
        }
    }

    /// Takes a child away that stands before `sibling`. O(1).
    void unlinkBefore(int sibling, int member) {
        records.set(sibling, firstField + PREVIOUS, previousSibling(member));
    }

    /// Counts one more child of `parent`. O(1).
    public void countChild(int parent) {
        records.add(parent, firstField + CHILDREN, 1);
    }

    /// Counts one child less of `parent`; of nobody, for [#NONE]. O(1).
    public void discountChild(int parent) {
        if (parent != NONE) {
            records.add(parent, firstField + CHILDREN, -1);
        }
    }

    /// Counts `more` descendants of `ancestor`, or less when it is negative. O(1).
    public void countDescendants(int ancestor, int more) {
        records.add(ancestor, firstField + DESCENDANTS, more);
    }

    /// Computes children and descendants of every member from the links, after linking all of them. `enter` sees
    /// each member before its descendants, `leave` after them. O(members).
    ///
    /// @throws IllegalArgumentException when members stand in a circle, so that no root leads to them
    void settle(int members, IntConsumer enter, IntConsumer leave) {
        int reached = walk(members, enter, member -> {
            settleCounts(member);
            leave.accept(member);
        });
        if (reached != members) {
            throw new IllegalArgumentException(
                    "%d of %d members stand in a circle: no root is above them".formatted(members - reached, members));
        }
    }

    private void settleCounts(int member) {
        int children = 0;
        int descendants = 0;
        for (int child = lastChild(member); child != NONE; child = previousSibling(child)) {
            children++;
            descendants += descendants(child) + 1;
        }
        records.set(member, firstField + CHILDREN, children);
        records.set(member, firstField + DESCENDANTS, descendants);
    }

    /// Walks down from every root: `enter` sees a member before its descendants, `leave` after them, siblings from
    /// the last to the first. It needs neither a stack nor recursion, so depth costs nothing. O(members).
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

    /// As [#walk], over `root` and its descendants only, whoever is above. O(descendants).
    ///
    /// @return how many members were entered
    int walkFrom(int root, IntConsumer enter, IntConsumer leave) {
        int entered = 0;
        for (int member = root; member != NONE; member = leaveTowardsNext(member, root, leave)) {
            for (int below = member; below != NONE; below = lastChild(below)) {
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
            int sibling = previousSibling(member);
            if (sibling != NONE) {
                return sibling;
            }
            member = parent(member);
            leave.accept(member);
        }
        return NONE;
    }
}
