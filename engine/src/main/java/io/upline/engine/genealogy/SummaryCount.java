package io.upline.engine.genealogy;

import java.util.function.Consumer;

/// Adds up a [NetworkSummary], member by member.
final class SummaryCount implements Consumer<Member> {
    private final long asOf;
    private int members;
    private int roots;
    private int spilledOver;
    private int levels;
    private int largestDownline;

    SummaryCount(long asOf) {
        this.asOf = asOf;
    }

    @Override
    public void accept(Member member) {
        members++;
        roots += member.parent() == Genealogy.NONE ? 1 : 0;
        spilledOver += member.isSpilledOver() ? 1 : 0;
        levels = Math.max(levels, member.level());
        largestDownline = Math.max(largestDownline, member.downline());
    }

    NetworkSummary summary() {
        return new NetworkSummary(members, roots, spilledOver, levels, largestDownline, asOf);
    }
}
