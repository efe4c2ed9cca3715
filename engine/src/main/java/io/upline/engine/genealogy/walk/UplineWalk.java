package io.upline.engine.genealogy.walk;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.IntBuffer;
import io.upline.engine.genealogy.arrays.Sections;
import io.upline.engine.genealogy.arrays.SteadyReads;

/// Walks from a member towards the root of its tree.
public final class UplineWalk {
    private final SteadyReads reads;
    private final Forest forest;

    /// A walk in one tree.
    public UplineWalk(Sections sections, Forest forest) {
        this.reads = new SteadyReads(sections);
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
            reached = reads.readInt(() -> collect(from, ancestors, kept, until));
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
}
