package io.upline.service.plan.file;

import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.BonusRule.FixedPerLevel;
import io.upline.engine.plan.BonusRule.PercentPerLevel;
import io.upline.engine.plan.Compression;
import io.upline.engine.plan.Plan;
import io.upline.engine.plan.Rank;
import io.upline.engine.plan.Requirement;
import io.upline.engine.plan.Trigger;
import io.upline.service.plan.yaml.Scalars;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a plan as YAML, always in the same way: every amount with all its decimals, and every default
/// written out that there was from the beginning.
final class PlanText {

    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    static String of(Plan plan) {
        PlanText text = new PlanText();
        text.line("currency: " + plan.currency().code());
        text.line("width: " + plan.width());
        text.line("triggers:");
        plan.triggers().forEach(text::trigger);
        text.ranks(plan.ladder().ranks());
        plan.approvalLimit().ifPresent(text::approvalAbove);
        return text.text.toString();
    }

    private void trigger(Trigger trigger) {
        line("  " + quoted(trigger.name()) + ":");
        line("    once: " + Scalars.word(trigger.once()));
        // A plan that says nothing of it was written before there was a choice, and must still be equal to its text.
        if (trigger.holdDays() != 0) {
            line("    hold_days: " + trigger.holdDays());
        }
        line("    rules:");
        trigger.rules().forEach(this::rule);
    }

    private void rule(BonusRule rule) {
        line("      - name: " + quoted(rule.name()));
        line("        line: " + Scalars.word(rule.line()));
        // As above: the text of plans from before there was a choice stays as it is.
        if (rule.compression() != Compression.NONE) {
            line("        compression: " + Scalars.word(rule.compression()));
        }
        line("        " + levels(rule));
    }

    private static String levels(BonusRule rule) {
        return switch (rule) {
            case FixedPerLevel fixed ->
                fixed.amounts().stream()
                        .map(Money::amount)
                        .map(amount -> amount.toPlainString())
                        .collect(Collectors.joining(", ", "amounts: [", "]"));
            case PercentPerLevel percent ->
                percent.percents().stream()
                        .map(Percent::value)
                        .map(value -> value.toPlainString())
                        .collect(Collectors.joining(", ", "percents: [", "]"));
        };
    }

    private void ranks(List<Rank> ranks) {
        line(ranks.isEmpty() ? "ranks: []" : "ranks:");
        for (Rank rank : ranks) {
            line("  - name: " + quoted(rank.name()));
            for (Requirement requirement : rank.requirements()) {
                line("    " + requirement.figure() + ": " + requirement.atLeast());
            }
        }
    }

    private void approvalAbove(Money limit) {
        line("adjustments:");
        line("  approval_above: " + limit.amount().toPlainString());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
