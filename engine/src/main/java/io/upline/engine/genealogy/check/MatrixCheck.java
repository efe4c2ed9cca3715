package io.upline.engine.genealogy.check;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.Matrix;
import java.util.Arrays;

/// Checks what the placement tree adds to its links: positions, levels, open depths, heights. O(members).
public final class MatrixCheck {
    private final Matrix placement;
    private final Forest links;
    private final int width;
    private final int visible;
    private final Findings findings;

    /// A check of a tree in which a member with `width` children is full, and members below `visible` are
    /// published.
    public MatrixCheck(Matrix placement, int width, int visible, Findings findings) {
        this.placement = placement;
        this.links = placement.links();
        this.width = width;
        this.visible = visible;
        this.findings = findings;
    }

    /// Checks the members, given in breadth-first order.
    public void run(int[] order) {
        int[] heights = new int[order.length];
        int[] openBelow = new int[order.length];
        Arrays.fill(openBelow, Integer.MAX_VALUE);
        int[] occupied = new int[order.length];
        for (int next = order.length - 1; next >= 0; next--) {
            int member = order[next];
            int open = occupied[member] < width ? 0 : openBelow[member] + 1;
            findings.expect("number of taken positions", member, occupied[member], placement.occupied(member));
            findings.expect("open depth", member, open, placement.openDepth(member));
            findings.expect("height", member, heights[member], placement.height(member));
            checkPositions(member);
            checkLevel(member);
            int parent = links.parent(member);
            if (parent != Forest.NONE) {
                occupied[parent]++;
                openBelow[parent] = Math.min(openBelow[parent], open);
                heights[parent] = member < visible ? Math.max(heights[parent], heights[member] + 1) : heights[parent];
            }
        }
    }

    private void checkLevel(int member) {
        int parent = links.parent(member);
        int expected = parent == Forest.NONE ? 1 : placement.level(parent) + 1;
        findings.expect("level", member, expected, placement.level(member));
        if (!placement.isLevelSettled(member)) {
            findings.add(member, "has two different levels");
        }
    }

    private void checkPositions(int parent) {
        int right = Matrix.MAX_POSITION + 1;
        for (int child = links.lastChild(parent); child != Forest.NONE; child = links.previousSibling(child)) {
            int position = placement.position(child);
            if (position < 1 || position >= right) {
                findings.add(child, "stands at position %d, to the left of position %d".formatted(position, right));
            }
            right = position;
        }
        if (links.parent(parent) == Forest.NONE) {
            findings.expect("position", parent, 0, placement.position(parent));
        }
    }
}
