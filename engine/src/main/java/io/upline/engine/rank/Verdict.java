package io.upline.engine.rank;

import io.upline.engine.plan.Ladder;
import io.upline.engine.plan.Rank;
import java.util.List;
import java.util.Optional;

/// The rank that a member's figures earn, with the facts behind it.
///
/// A member earns **the highest rank whose requirements are all met**. Lower ranks need no look of their own: a
/// [Ladder] makes sure that whoever meets a rank meets every rank below it.
///
/// @param standings how the member stands towards every rank of the ladder, lowest first
public record Verdict(List<Standing> standings) {

    /// Takes its own copy of the standings.
    public Verdict {
        standings = List.copyOf(standings);
    }

    /// Evaluates one member. O(requirements of the ladder).
    public static Verdict of(Ladder ladder, Figures figures) {
        return new Verdict(
                ladder.ranks().stream().map(rank -> Standing.of(rank, figures)).toList());
    }

    /// How the member stands towards the rank that it earns; empty when it earns none.
    public Optional<Standing> earned() {
        return standings.reversed().stream().filter(Standing::isMet).findFirst();
    }

    /// How the member stands towards the rank after the one it earns, with what is missing; empty at the top.
    public Optional<Standing> next() {
        return standings.stream().filter(standing -> !standing.isMet()).findFirst();
    }

    /// The name of the rank earned, or [Rank#NO_RANK].
    public String rankName() {
        return earned().map(standing -> standing.rank().name()).orElse(Rank.NO_RANK);
    }
}
