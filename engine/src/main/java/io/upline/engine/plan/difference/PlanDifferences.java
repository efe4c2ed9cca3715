package io.upline.engine.plan.difference;

import io.upline.engine.money.Money;
import io.upline.engine.plan.Plan;
import io.upline.engine.plan.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a plan says otherwise than the plan before it.
public final class PlanDifferences {
    private final List<String> sentences = new ArrayList<>();

    private PlanDifferences() {}

    /// Every difference as a sentence; none exactly when the plans are equal. Triggers, rules and ranks are the
    /// same when their names are. O((triggers + ranks) ²).
    public static List<String> between(Plan before, Plan after) {
        return between(before, before.width(), after);
    }

    /// The same where another width was in force than that of the plan.
    public static List<String> between(Plan before, int widthBefore, Plan after) {
        var differences = new PlanDifferences();
        differences.currency(before, after);
        differences.width(widthBefore, after.width());
        differences.triggers(before.triggers(), after.triggers());
        new RankDifferences(differences.sentences)
                .between(before.ladder().ranks(), after.ladder().ranks());
        differences.approval(before.approvalLimit(), after.approvalLimit());
        return List.copyOf(differences.sentences);
    }

    private void currency(Plan before, Plan after) {
        if (!before.currency().equals(after.currency())) {
            sentences.add("The currency is %s instead of %s.".formatted(after.currency(), before.currency()));
        }
    }

    private void width(int before, int after) {
        if (before != after) {
            sentences.add("The width is %d instead of %d.".formatted(after, before));
        }
    }

    private void triggers(List<Trigger> before, List<Trigger> after) {
        var named = new Named<>(before, after, Trigger::name);
        named.gone().forEach(trigger -> sentences.add("The trigger %s is gone.".formatted(trigger.name())));
        for (var trigger : after) {
            var differences = new TriggerDifferences(sentences, trigger.name());
            named.before(trigger)
                    .ifPresentOrElse(old -> differences.between(old, trigger), () -> differences.isNew(trigger));
        }
        named.newOrder().ifPresent(order -> sentences.add("The triggers are in another order: %s.".formatted(order)));
    }

    private void approval(Optional<Money> before, Optional<Money> after) {
        if (before.equals(after)) {
            return;
        }
        if (after.isEmpty()) {
            sentences.add("No adjustment needs approval; those above %s did.".formatted(before.orElseThrow()));
        } else if (before.isEmpty()) {
            sentences.add("Adjustments above %s need approval; none did.".formatted(after.get()));
        } else {
            sentences.add("Adjustments above %s need approval, instead of those above %s."
                    .formatted(after.get(), before.get()));
        }
    }
}
