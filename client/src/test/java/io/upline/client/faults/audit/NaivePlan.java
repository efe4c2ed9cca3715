package io.upline.client.faults.audit;

import io.upline.client.faults.audit.BonusRows.Event;
import io.upline.client.faults.audit.SpilloverModel.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan in its plainest form, with its own arithmetic.
///
/// @param settings with which the service has the same plan
/// @param rules one for each trigger
public record NaivePlan(Map<String, String> settings, Map<String, Rule> rules) {
    private static final Rule BUILT_IN = new Rule(Line.PLACEMENT, false, List.of("10", "5", "2", "1"));

    /// Along which tree is paid.
    private enum Line {
        PLACEMENT,
        SPONSOR
    }

    /// What one kind of event pays.
    ///
    /// @param isPercent whether the shares are percentages of the event's amount
    /// @param shares nearest first
    record Rule(Line line, boolean isPercent, List<String> shares) {}

    /// The one that is built in.
    public static NaivePlan builtIn() {
        return new NaivePlan(Map.of(), Map.of("referral", BUILT_IN, "purchase", BUILT_IN));
    }

    /// The one in `plans/money.yaml`: percentages, of which those of preorders are held.
    public static NaivePlan money() {
        var file = Path.of("src", "test", "resources", "plans", "money.yaml").toAbsolutePath();
        return new NaivePlan(
                Map.of("PLAN", file.toString()),
                Map.of(
                        "referral", BUILT_IN,
                        "purchase", new Rule(Line.PLACEMENT, true, List.of("10", "5", "2.5", "1.25")),
                        "preorder", new Rule(Line.SPONSOR, true, List.of("7.5", "3.33"))));
    }

    /// What an event is to pay, as `earner amount`, nearest first: nothing to whoever is suspended.
    List<String> due(Event event, SpilloverModel model) {
        var rule = rules.get(event.trigger());
        var due = new ArrayList<String>();
        if (rule == null) {
            return due;
        }
        var earner = above(model.of(event.source()), rule, model);
        for (var share : rule.shares) {
            if (earner != null) {
                var amount = amount(rule, new BigDecimal(share), event.amount());
                if (!earner.isSuspended() && amount.signum() > 0) {
                    due.add(BonusRows.text(earner.id(), amount));
                }
                earner = above(earner, rule, model);
            }
        }
        return due;
    }

    private static @Nullable Node above(Node node, Rule rule, SpilloverModel model) {
        var sponsor = node.sponsor();
        return switch (rule.line) {
            case PLACEMENT -> node.parent();
            case SPONSOR -> sponsor == null ? null : model.of(sponsor);
        };
    }

    private static BigDecimal amount(Rule rule, BigDecimal share, BigDecimal base) {
        return rule.isPercent ? base.multiply(share).movePointLeft(2).setScale(2, RoundingMode.HALF_UP) : share;
    }
}
