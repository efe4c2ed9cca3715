package io.upline.engine.genealogy.arrays;

import java.util.function.IntConsumer;

/// The links of one tree (or of several: every member without a parent is a root). A member is an index in order of
/// birth.
///
/// The children of a member form a list from the last to the first: the parent knows the last one, each knows the one
/// before. So adding at the end touches no sibling, however many there are. Two kinds of figures stand beside the
/// links: the level, which a member has from the start, and the numbers of children and descendants, which only count
/// published members.
///
/// Not synchronized: see [Sections].
public final class Forest {
    /// "Nobody": no parent, no child, no sibling.
    public static final int NONE = -1;

    private static final int PARENT = 0;
    private static final int LAST_CHILD = 1;
    private static final int PREVIOUS = 2;
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

    /// The last child, drafts included, or [#NONE].
    public int lastChild(int member) {
        return records.get(member, LAST_CHILD);
    }

    /// The sibling before a child, or [#NONE] for the first one and for a root.
    public int previousSibling(int child) {
        return records.get(child, PREVIOUS);
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

    /// Adds the next member below `parent` (or as a root), not yet among the parent's children. The level stays 0
    /// when the parent is not there yet; [#settle] computes it then. O(1).
    public void add(int member, int parent) {
        records.reserve(member);
        records.set(member, PARENT, parent);
        records.set(member, LAST_CHILD, NONE);
        records.set(member, PREVIOUS, NONE);
        records.set(member, CHILDREN, 0);
        records.set(member, DESCENDANTS, 0);
        records.set(member, LEVEL, parent == NONE ? 1 : parent < member ? level(parent) + 1 : 0);
    }

    /// Makes a member the last child of its parent; a root has none. O(1).
    public void append(int member) {
        int parent = parent(member);
        if (parent != NONE) {
            records.set(member, PREVIOUS, lastChild(parent));
            records.set(parent, LAST_CHILD, member);
        }
    }

    /// Puts a member before one of its siblings. O(1).
    void insertBefore(int sibling, int member) {
        records.set(member, PREVIOUS, previousSibling(sibling));
        records.set(sibling, PREVIOUS, member);
    }

    /// Takes the last child away from its parent; a root has none. O(1).
    public void unlinkLast(int member) {
        int parent = parent(member);
        if (parent != NONE) {
            records.set(parent, LAST_CHILD, previousSibling(member));
        }
    }

    /// Takes a child away that stands before `sibling`. O(1).
    void unlinkBefore(int sibling, int member) {
        records.set(sibling, PREVIOUS, previousSibling(member));
    }

    /// Counts one more child of `parent`. O(1).
    public void countChild(int parent) {
        records.add(parent, CHILDREN, 1);
    }

    /// Counts `more` descendants of `ancestor`. O(1).
    public void countDescendants(int ancestor, int more) {
        records.add(ancestor, DESCENDANTS, more);
    }

    /// Takes one step up on many lines at once: counts new descendants at each member in `reached` and puts its
    /// parent in its place. The steps don't depend on each other, so the processor fetches many members at the same
    /// time.
    ///
    /// @param counts how many each one counts
    /// @param climbers how many climb; the arrays are used up to there
    /// @return how many still climb, at the beginning of the arrays; the others have left a root
    public int climb(int[] reached, int[] counts, int climbers) {
        int left = 0;
        for (int climber = 0; climber < climbers; climber++) {
            int member = reached[climber];
            int count = counts[climber];
            countDescendants(member, count);
            int above = parent(member);
            reached[left] = above;
            counts[left] = count;
            left += above == NONE ? 0 : 1;
        }
        return left;
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
        for (int child = lastChild(member); child != NONE; child = previousSibling(child)) {
            children++;
            descendants += descendants(child) + 1;
        }
        records.set(member, CHILDREN, children);
        records.set(member, DESCENDANTS, descendants);
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

    private int walkFrom(int root, IntConsumer enter, IntConsumer leave) {
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
