package io.upline.engine.genealogy;

import java.util.Arrays;
import java.util.Optional;

/// Some members of a downline, in breadth-first order.
public final class DownlinePage {
    private final int[] members;
    private final Optional<PageEnd> end;
    private final long asOf;

    DownlinePage(int[] members, Optional<PageEnd> end, long asOf) {
        this.members = members;
        this.end = end;
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

    /// What the next page continues after; empty when nobody follows.
    public Optional<PageEnd> next() {
        return end;
    }

    /// The place in the log that the page stands for.
    public long asOf() {
        return asOf;
    }

    @Override
    public String toString() {
        return "DownlinePage" + Arrays.toString(members) + (end.isEmpty() ? ", the last one" : "");
    }
}
