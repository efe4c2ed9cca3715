package io.upline.service.report;

import io.upline.engine.genealogy.Member;
import io.upline.engine.plan.Ladder;
import io.upline.engine.plan.Rank;
import io.upline.engine.rank.Figures;
import io.upline.engine.rank.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Counts the members of each rank, by what they earn now: not by what was last assigned.
final class RankCount implements Consumer<Member> {
    private final Ladder ladder;
    private final int members;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /// Nothing counted yet.
    ///
    /// @param members how many to count, in order of birth; whoever joins meanwhile is left out
    RankCount(Ladder ladder, int members) {
        this.ladder = ladder;
        this.members = members;
        ladder.ranks().forEach(rank -> counts.put(rank.name(), 0));
        counts.put(Rank.NO_RANK, 0);
    }

    @Override
    public void accept(Member member) {
        if (member.index() < members) {
            var figures = new Figures(member.downline(), member.frontline(), member.sponsored());
            counts.merge(Verdict.of(ladder, figures).rankName(), 1, Integer::sum);
        }
    }

    /// How many hold each rank, lowest first, and last how many hold none.
    Map<String, Integer> counts() {
        return counts;
    }
}
