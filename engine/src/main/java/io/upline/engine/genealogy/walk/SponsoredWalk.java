package io.upline.engine.genealogy.walk;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.IntBuffer;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.Sections;
import io.upline.engine.genealogy.arrays.SteadyReads;

/// Reads whom one member sponsored, the latest first.
public final class SponsoredWalk {
    private final SteadyReads reads;
    private final Forest sponsors;
    private final int visible;
    private final int sponsor;
    private final IntBuffer found = new IntBuffer();

    /// A walk along those sponsored by `sponsor` with an index below `visible`.
    public SponsoredWalk(NetworkArrays network, int visible, int sponsor) {
        this.reads = new SteadyReads(network.sections());
        this.sponsors = network.sponsors().links();
        this.visible = visible;
        this.sponsor = sponsor;
    }

    /// The `limit` members that follow `after`, one of them, or the first ones for [Forest#NONE]. O(limit +
    /// drafts).
    public int[] after(int after, int limit) {
        int reached = after;
        boolean isMore = true;
        while (isMore && found.size() < limit) {
            int from = reached;
            int kept = found.size();
            int until = Math.min(limit - kept, Sections.SECTION_MEMBERS) + kept;
            isMore = reads.readInt(() -> collect(from, kept, until)) != Forest.NONE;
            reached = found.size() == 0 ? Forest.NONE : found.get(found.size() - 1);
        }
        return found.toArray();
    }

    private int collect(int from, int kept, int until) {
        found.truncate(kept);
        int child = from == Forest.NONE ? sponsors.lastChild(sponsor) : sponsors.previousSibling(from);
        while (child != Forest.NONE && found.size() < until) {
            if (child < visible) {
                found.add(child);
            }
            child = before(child);
        }
        return child;
    }

    /// Who became the sponsor's before `child`. Drafts come last, in order of birth: only in a half-changed list is
    /// the one before a draft not older, and the section is repeated then.
    private int before(int child) {
        int before = sponsors.previousSibling(child);
        return child < visible || before < child ? before : Forest.NONE;
    }
}
