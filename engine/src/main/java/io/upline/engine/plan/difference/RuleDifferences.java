package io.upline.engine.plan.difference;

import io.upline.engine.genealogy.Line;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.BonusRule.FixedPerLevel;
import io.upline.engine.plan.BonusRule.PercentPerLevel;
import io.upline.engine.plan.Compression;
import java.util.List;

/// What a rule pays otherwise than before.
///
/// @param trigger the name of the trigger it belongs to
/// @param ofRule  what is added to say which one of the trigger's rules it is
record RuleDifferences(List<String> sentences, String trigger, String ofRule) {
    void between(BonusRule before, BonusRule after) {
        if (before.line() != after.line()) {
            sentences.add("The trigger %s pays the levels%s along the %s line instead of the %s line."
                    .formatted(trigger, ofRule, line(after.line()), line(before.line())));
        }
        if (before.compression() != after.compression()) {
            sentences.add("The trigger %s pays the levels%s so that %s."
                    .formatted(trigger, ofRule, outcome(after.compression())));
        }
        between(levels(before), levels(after));
    }

    private void between(List<String> before, List<String> after) {
        for (int level = 1; level <= Math.max(before.size(), after.size()); level++) {
            if (level > after.size()) {
                sentences.add("The trigger %s no longer pays level %d%s; it paid %s."
                        .formatted(trigger, level, ofRule, before.get(level - 1)));
            } else if (level > before.size()) {
                sentences.add("The trigger %s pays level %d%s %s; it paid nothing."
                        .formatted(trigger, level, ofRule, after.get(level - 1)));
            } else if (!before.get(level - 1).equals(after.get(level - 1))) {
                sentences.add("The trigger %s pays level %d%s %s instead of %s."
                        .formatted(trigger, level, ofRule, after.get(level - 1), before.get(level - 1)));
            }
        }
    }

    /// What each level earns, such as `10.00 USD` or `2.5 %`: different texts for different amounts.
    static List<String> levels(BonusRule rule) {
        return switch (rule) {
            case FixedPerLevel fixed ->
                fixed.amounts().stream().map(Object::toString).toList();
            case PercentPerLevel percent ->
                percent.percents().stream().map(Object::toString).toList();
        };
    }

    static String line(Line line) {
        return switch (line) {
            case PLACEMENT -> "placement";
            case SPONSOR -> "sponsor";
        };
    }

    static String suspended(Compression compression) {
        return "; " + outcome(compression);
    }

    private static String outcome(Compression compression) {
        return switch (compression) {
            case NONE -> "the level of a suspended member is lost";
            case STANDARD -> "suspended members are passed over";
        };
    }
}
