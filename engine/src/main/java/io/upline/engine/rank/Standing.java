package io.upline.engine.rank;

import io.upline.engine.plan.Rank;
import java.util.List;

/// How a member stands towards one rank.
///
/// @param rank   the rank
/// @param checks each of its requirements, in the plan's order
public record Standing(Rank rank, List<Check> checks) {

    /// Takes its own copy of the checks.
    public Standing {
        checks = List.copyOf(checks);
    }

    static Standing of(Rank rank, Figures figures) {
        return new Standing(
                rank,
                rank.requirements().stream()
                        .map(requirement -> new Check(requirement, figures.of(requirement)))
                        .toList());
    }

    /// Whether every requirement is met.
    public boolean isMet() {
        return checks.stream().allMatch(Check::isMet);
    }
}
