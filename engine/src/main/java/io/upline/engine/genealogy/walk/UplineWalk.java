package io.upline.engine.genealogy.walk;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.IntBuffer;
import io.upline.engine.genealogy.arrays.Sections;

/// Walks from a member towards the root of its tree.
public final class UplineWalk {
    private final Sections sections;
    private final Forest forest;

    /// A walk in one tree.
    public UplineWalk(Sections sections, Forest forest) {
        this.sections = sections;
        this.forest = forest;
    }

    /// The ancestors of a published member, nearest first, `limit` at most. O(limit).
    public int[] above(int member, int limit) {
        IntBuffer ancestors = new IntBuffer();
        int reached = member;
        while (reached != Forest.NONE && ancestors.size() < limit) {
            int from = reached;
            int kept = ancestors.size();
            int until = Math.min(limit - kept, Sections.SECTION_MEMBERS) + kept;
            reached = sections.readInt(() -> collect(from, ancestors, kept, until));
        }
        return ancestors.toArray();
    }

    private int collect(int from, IntBuffer ancestors, int kept, int until) {
        ancestors.truncate(kept);
        int member = from;
        while (ancestors.size() < until) {
            member = forest.parent(member);
            if (member == Forest.NONE) {
                return Forest.NONE;
            }
            ancestors.add(member);
        }
        return member;
    }

    /// The ancestor `steps` above a published member, or [Forest#NONE] when the root is nearer. O(steps).
    public int ancestor(int member, int steps) {
        int reached = member;
        int left = steps;
        while (left > 0 && reached != Forest.NONE) {
            int from = reached;
            int count = Math.min(left, Sections.SECTION_MEMBERS);
            reached = sections.readInt(() -> climb(from, count));
            left -= count;
        }
        return reached;
    }

    private int climb(int from, int steps) {
        int member = from;
        for (int step = 0; step < steps && member != Forest.NONE; step++) {
            member = forest.parent(member);
        }
        return member;
    }
}
