package io.upline.engine.plan.difference;

import io.upline.engine.plan.Rank;
import io.upline.engine.plan.Requirement;
import java.util.List;
import java.util.stream.Collectors;

/// What the ranks ask for otherwise than before.
record RankDifferences(List<String> sentences) {
    void between(List<Rank> before, List<Rank> after) {
        var named = new Named<>(before, after, Rank::name);
        named.gone().forEach(rank -> sentences.add("The rank %s is gone.".formatted(rank.name())));
        for (var rank : after) {
            named.before(rank).ifPresentOrElse(old -> between(old, rank), () -> isNew(rank));
        }
        named.newOrder().ifPresent(order -> sentences.add("The ranks are in another order: %s.".formatted(order)));
    }

    private void isNew(Rank rank) {
        var asked = rank.requirements().stream().map(RankDifferences::asked).collect(Collectors.joining(" and "));
        sentences.add("The rank %s is new; it asks for %s.".formatted(rank.name(), asked));
    }

    private void between(Rank before, Rank after) {
        var named = new Named<>(before.requirements(), after.requirements(), Requirement::figure);
        named.gone()
                .forEach(gone ->
                        sentences.add("The rank %s no longer asks for %s.".formatted(after.name(), asked(gone))));
        for (var requirement : after.requirements()) {
            named.before(requirement)
                    .ifPresentOrElse(
                            old -> between(after.name(), old, requirement),
                            () -> sentences.add(
                                    "The rank %s also asks for %s.".formatted(after.name(), asked(requirement))));
        }
        named.newOrder()
                .ifPresent(order -> sentences.add(
                        "The rank %s names what it asks for in another order: %s.".formatted(after.name(), order)));
    }

    private void between(String rank, Requirement before, Requirement after) {
        if (before.atLeast() != after.atLeast()) {
            sentences.add("The rank %s asks for %s instead of %d.".formatted(rank, asked(after), before.atLeast()));
        }
    }

    private static String asked(Requirement requirement) {
        return switch (requirement) {
            case Requirement.TotalDownline(var atLeast) -> "a downline of " + atLeast;
            case Requirement.Frontline(var atLeast) -> "a frontline of " + atLeast;
            case Requirement.PersonallySponsored(var atLeast) -> atLeast + " sponsored";
        };
    }
}
