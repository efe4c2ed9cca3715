package io.upline.engine.genealogy.check;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.Matrix;

/// Checks a member of the placement tree and its children: links, positions, level, counts, height, open depth.
public final class PlacementCheck {
    private final Matrix placement;
    private final Forest links;
    private final int width;
    private final Extent extent;
    private final Findings findings;

    /// A check of a tree in which a member with `width` children is full.
    public PlacementCheck(Matrix placement, int width, Extent extent, Findings findings) {
        this.placement = placement;
        this.links = placement.links();
        this.width = width;
        this.extent = extent;
        this.findings = findings;
    }

    /// What is derived from the children.
    private static final class Derived {
        private int taken;
        private int openBelow = Integer.MAX_VALUE;
        private int children;
        private int descendants;
        private int height;
    }

    /// Checks a member. O(width).
    public void check(int member) {
        int parent = links.parent(member);
        if (parent == Forest.NONE) {
            findings.expect("position", member, 0, placement.position(member));
            findings.expect("level", member, 1, placement.level(member));
        } else if (extent.mayStandAbove(parent, member)) {
            findings.expect("level", member, placement.level(parent) + 1L, placement.level(member));
            checkListed(member, parent);
        } else {
            findings.add(member, "has the unknown parent %d in the placement tree".formatted(parent));
        }
        if (!placement.isLevelSettled(member)) {
            findings.add(member, "has two different levels");
        }
        checkChildren(member);
    }

    private void checkListed(int member, int parent) {
        int child = links.lastChild(parent);
        // A list that leads in a circle must end too.
        for (int steps = 1; steps < Matrix.MAX_POSITION && child != member && extent.contains(child); steps++) {
            child = links.previousSibling(child);
        }
        if (child != member) {
            findings.add(
                    member,
                    "is not listed in the placement tree among the children of %s".formatted(findings.name(parent)));
        }
    }

    private void checkChildren(int member) {
        Derived derived = new Derived();
        int right = Matrix.MAX_POSITION + 1;
        for (int child = links.lastChild(member); child != Forest.NONE; child = links.previousSibling(child)) {
            if (!isChildOf(member, child) || !standsLeftOf(right, child)) {
                return;
            }
            right = placement.position(child);
            add(child, derived);
        }
        compare(member, derived);
    }

    private boolean isChildOf(int member, int child) {
        if (!extent.contains(child)) {
            findings.add(member, "has the unknown child %d in the placement tree".formatted(child));
            return false;
        }
        if (links.parent(child) != member) {
            findings.add(
                    child, "is listed in the placement tree among the children of %s".formatted(findings.name(member)));
            return false;
        }
        return true;
    }

    private boolean standsLeftOf(int right, int child) {
        int position = placement.position(child);
        if (position < 1 || position >= right) {
            findings.add(child, "stands at position %d, to the left of position %d".formatted(position, right));
            return false;
        }
        return true;
    }

    private void add(int child, Derived derived) {
        derived.taken++;
        derived.openBelow = Math.min(derived.openBelow, placement.openDepth(child));
        if (extent.isVisible(child)) {
            derived.children++;
            derived.descendants += links.descendants(child) + 1;
            derived.height = Math.max(derived.height, placement.height(child) + 1);
        }
    }

    private void compare(int member, Derived derived) {
        int open = derived.taken < width ? 0 : derived.openBelow + 1;
        findings.expect("number of taken positions", member, derived.taken, placement.occupied(member));
        findings.expect("open depth", member, open, placement.openDepth(member));
        findings.expect("number of children", member, derived.children, links.children(member));
        findings.expect("number of descendants", member, derived.descendants, links.descendants(member));
        findings.expect("height", member, derived.height, placement.height(member));
    }
}
