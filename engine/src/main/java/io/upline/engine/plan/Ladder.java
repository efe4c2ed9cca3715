package io.upline.engine.plan;

import java.util.List;
import java.util.Optional;

/// The ranks of a plan, lowest first; empty when the company has none.
///
/// **Every rank asks for at least what the rank below it asks for, and for more of something.** So whoever meets a
/// rank meets every rank below it too, and "the highest rank met" can't skip one.
///
/// @param ranks lowest first, no two of one name
public record Ladder(List<Rank> ranks) {

    /// The most ranks a ladder may have.
    public static final int MAX_RANKS = 100;

    /// @throws IllegalArgumentException when there are too many ranks or one is out of order
    public Ladder {
        ranks = List.copyOf(ranks);
        faultInCount(ranks.size()).ifPresent(Refusal::raise);
        for (int i = 0; i < ranks.size(); i++) {
            faultOnTop(ranks.subList(0, i), ranks.get(i)).ifPresent(Refusal::raise);
        }
    }

    /// What is wrong with a number of ranks, as a sentence; empty when nothing is.
    public static Optional<String> faultInCount(int count) {
        if (count > MAX_RANKS) {
            return Optional.of(count + " ranks are too many; write at most " + MAX_RANKS);
        }
        return Optional.empty();
    }

    /// What keeps a rank from standing on top of those below it (lowest first), as a sentence; empty when nothing
    /// does. Names that differ only in capital letters are the same. O(ranks).
    public static Optional<String> faultOnTop(List<Rank> below, Rank rank) {
        if (below.stream().anyMatch(other -> other.name().equalsIgnoreCase(rank.name()))) {
            return Optional.of("the name \"" + rank.name() + "\" is taken by a rank above; give each its own");
        }
        return below.isEmpty() ? Optional.empty() : faultAbove(below.getLast(), rank);
    }

    private static Optional<String> faultAbove(Rank lower, Rank rank) {
        for (Requirement asked : lower.requirements()) {
            int own = rank.like(asked).map(Requirement::atLeast).orElse(-1);
            if (own < asked.atLeast()) {
                return Optional.of(
                        "\"" + rank.name() + "\" comes after \"" + lower.name() + "\", which asks for " + asked.figure()
                                + " " + asked.atLeast() + "; ask for at least that, or put the lower rank first");
            }
        }
        if (!asksForMore(lower, rank)) {
            return Optional.of("\"" + rank.name() + "\" asks for nothing more than \"" + lower.name()
                    + "\" before it; ask for more of something");
        }
        return Optional.empty();
    }

    private static boolean asksForMore(Rank lower, Rank rank) {
        return rank.requirements().stream()
                .anyMatch(asked -> asked.atLeast()
                        > lower.like(asked).map(Requirement::atLeast).orElse(0));
    }
}
