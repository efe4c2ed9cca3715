package io.upline.engine.genealogy.check;

import io.upline.engine.genealogy.arrays.Forest;
import java.util.Arrays;

/// Checks the links of one tree: every member is reached from a root exactly once, every child knows its parent,
/// counts are right. O(members).
public final class ForestCheck {
    private final Forest forest;
    private final String tree;
    private final int members;
    private final int visible;
    private final Findings findings;
    private final int[] order;
    private int reached;

    /// A check of `members` members, of which those below `visible` are published.
    ///
    /// @param tree the tree's name, for the findings
    public ForestCheck(Forest forest, String tree, int members, int visible, Findings findings) {
        this.forest = forest;
        this.tree = tree;
        this.members = members;
        this.visible = visible;
        this.findings = findings;
        this.order = new int[members];
    }

    /// Checks everything.
    ///
    /// @return the members in breadth-first order
    public int[] run() {
        for (int member = 0; member < members; member++) {
            checkParent(member);
        }
        for (int next = 0; next < reached; next++) {
            followChildren(order[next]);
        }
        if (reached < members) {
            findings.add("%d members stand below no root of the %s tree".formatted(members - reached, tree));
        }
        checkCounts();
        return Arrays.copyOf(order, reached);
    }

    private void checkParent(int member) {
        int parent = forest.parent(member);
        if (parent == Forest.NONE) {
            order[reached++] = member;
            return;
        }
        if (parent < 0 || parent >= (member < visible ? visible : members)) {
            findings.add(member, "has the unknown parent %d in the %s tree".formatted(parent, tree));
        }
    }

    private void followChildren(int parent) {
        int child = forest.lastChild(parent);
        while (child != Forest.NONE) {
            if (reached == members || forest.parent(child) != parent) {
                findings.add(
                        child,
                        "is listed in the %s tree among the children of %s".formatted(tree, findings.name(parent)));
                return;
            }
            order[reached++] = child;
            child = forest.previousSibling(child);
        }
    }

    private void checkCounts() {
        int[] children = new int[members];
        int[] descendants = new int[members];
        for (int next = reached - 1; next >= 0; next--) {
            int member = order[next];
            int parent = forest.parent(member);
            findings.expect("number of children", member, children[member], forest.children(member));
            findings.expect("number of descendants", member, descendants[member], forest.descendants(member));
            if (parent != Forest.NONE && member < visible) {
                children[parent]++;
                descendants[parent] += descendants[member] + 1;
            }
        }
    }
}
