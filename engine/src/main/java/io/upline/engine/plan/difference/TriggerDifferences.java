package io.upline.engine.plan.difference;

import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.Once;
import io.upline.engine.plan.Trigger;
import java.util.List;

/// What a trigger does otherwise than before.
///
/// @param name the trigger's
record TriggerDifferences(List<String> sentences, String name) {
    void isNew(Trigger trigger) {
        sentences.add("The trigger %s is new: it pays %s, and its bonuses are %s."
                .formatted(name, often(trigger.once()), held(trigger.holdDays())));
        trigger.rules().forEach(this::newRule);
    }

    void between(Trigger before, Trigger after) {
        if (before.once() != after.once()) {
            sentences.add(
                    "The trigger %s pays %s instead of %s.".formatted(name, often(after.once()), often(before.once())));
        }
        if (before.holdDays() != after.holdDays()) {
            sentences.add("The bonuses of the trigger %s are %s; they were %s."
                    .formatted(name, held(after.holdDays()), held(before.holdDays())));
        }
        rules(before.rules(), after.rules());
    }

    private void rules(List<BonusRule> before, List<BonusRule> after) {
        var named = new Named<>(before, after, BonusRule::name);
        named.gone()
                .forEach(rule -> sentences.add("The rule %s of the trigger %s is gone.".formatted(rule.name(), name)));
        var isOnly = before.size() == 1 && after.size() == 1;
        for (var rule : after) {
            var differences = new RuleDifferences(sentences, name, isOnly ? "" : " of its rule " + rule.name());
            named.before(rule).ifPresentOrElse(old -> differences.between(old, rule), () -> newRule(rule));
        }
        named.newOrder()
                .ifPresent(order ->
                        sentences.add("The rules of the trigger %s are in another order: %s.".formatted(name, order)));
    }

    private void newRule(BonusRule rule) {
        sentences.add("The trigger %s has the new rule %s, which pays %s, level by level, along the %s line%s."
                .formatted(
                        name,
                        rule.name(),
                        String.join(", ", RuleDifferences.levels(rule)),
                        RuleDifferences.line(rule.line()),
                        RuleDifferences.suspended(rule.compression())));
    }

    private static String often(Once once) {
        return switch (once) {
            case PER_SOURCE -> "once for each member";
            case PER_REFERENCE -> "once for each reference";
        };
    }

    private static String held(int days) {
        return days == 0 ? "not held" : "held for " + days + (days == 1 ? " day" : " days");
    }
}
