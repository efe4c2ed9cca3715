package io.upline.service.importing;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.network.command.NetworkCommand.ImportRow;
import io.upline.service.network.command.NetworkResult.Imported;
import io.upline.service.network.command.NetworkResult.Rejection;
import io.upline.service.network.rule.RowRule;
import io.upline.service.network.rule.RowRule.Sponsorship;
import io.upline.service.network.rule.RowRule.Verdict;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Only checks rows: remembers who would have become a member, about 100 bytes each.
final class CheckedBatches implements RowTaker, RowRule.Known {
    /// Most new members that a check remembers.
    static final int CHECKED_MEMBERS = 10_000_000;

    private final Genealogy tree;
    private final long nowMicros;
    private final Map<UUID, Sponsorship> wouldBe = new HashMap<>();

    CheckedBatches(Genealogy tree, long nowMicros) {
        this.tree = tree;
        this.nowMicros = nowMicros;
    }

    @Override
    public Imported take(List<ImportRow> rows) {
        if (wouldBe.size() > CHECKED_MEMBERS) {
            throw Problem.of(
                    ProblemType.TOO_LARGE,
                    "A check remembers at most %d new members; split the file.".formatted(CHECKED_MEMBERS));
        }
        var present = 0;
        var rejected = new ArrayList<Rejection>();
        for (var row : rows) {
            switch (RowRule.judge(row, this, nowMicros)) {
                case Verdict.Take() ->
                    wouldBe.put(
                            row.userId(),
                            row.sponsorId()
                                    .<Sponsorship>map(Sponsorship.SponsoredBy::new)
                                    .orElseGet(Sponsorship.Root::new));
                case Verdict.Present() -> present++;
                case Verdict.Reject(var reason) -> rejected.add(new Rejection(row.line(), reason));
            }
        }
        return new Imported(rows.size() - present - rejected.size(), present, rejected, tree.asOf());
    }

    @Override
    public boolean isSuspended(UUID userId) {
        var member = tree.indexOf(userId);
        return member != Genealogy.NONE && tree.isSuspended(member);
    }

    @Override
    public Sponsorship sponsorOf(UUID userId) {
        var would = wouldBe.get(userId);
        if (would != null) {
            return would;
        }
        var member = tree.indexOf(userId);
        if (member == Genealogy.NONE) {
            return new Sponsorship.NotAMember();
        }
        var sponsor = tree.member(member).sponsor();
        return sponsor == Genealogy.NONE ? new Sponsorship.Root() : new Sponsorship.SponsoredBy(tree.userId(sponsor));
    }
}
