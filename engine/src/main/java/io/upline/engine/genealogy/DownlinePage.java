package io.upline.engine.genealogy;

import java.util.Arrays;

/// Some members of a downline, in breadth-first order.
public final class DownlinePage {
    private final int[] members;
    private final boolean last;
    private final long asOf;

    DownlinePage(int[] members, boolean last, long asOf) {
        this.members = members;
        this.last = last;
        this.asOf = asOf;
    }

    /// The number of members on this page.
    public int size() {
        return members.length;
    }

    /// The member at `offset`, from 0 to below [#size()].
    public int member(int offset) {
        return members[offset];
    }

    /// The members; a copy.
    public int[] members() {
        return members.clone();
    }

    /// What the next page starts after: the last member of this one, or [Genealogy#NONE] when nobody follows.
    public int next() {
        return last ? Genealogy.NONE : members[members.length - 1];
    }

    /// The place in the log that the page stands for.
    public long asOf() {
        return asOf;
    }

    @Override
    public String toString() {
        return "DownlinePage" + Arrays.toString(members) + (last ? ", the last one" : "");
    }
}
