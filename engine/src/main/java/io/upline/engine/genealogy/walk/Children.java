package io.upline.engine.genealogy.walk;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.IntBuffer;
import io.upline.engine.genealogy.arrays.Matrix;

/// Reads the children of one member, within a section.
public final class Children {
    private Children() {}

    /// Appends the published children of `parent` to `found`, from left to right. O(width).
    public static void collect(Matrix placement, int parent, int visible, IntBuffer found) {
        Forest links = placement.links();
        int begin = found.size();
        int child = links.lastChild(parent);
        for (int seen = 0; seen < Matrix.MAX_POSITION && child != Forest.NONE; seen++) {
            if (child < visible) {
                found.add(child);
            }
            child = links.previousSibling(child);
        }
        found.reverseFrom(begin);
    }
}
