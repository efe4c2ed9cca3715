package io.upline.client.faults.audit;

import io.upline.client.faults.audit.BonusRows.Event;
import io.upline.client.faults.audit.SpilloverModel.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A plan in its plainest form, with its own arithmetic; and its versions, as far as the service has told them.
public final class NaivePlan {
    /// How many plans there are to change between.
    public static final int VARIANTS = 3;

    private static final Rule BUILT_IN = new Rule(Line.PLACEMENT, 0, false, List.of("10", "5", "2", "1"));
    private static final List<List<String>> PURCHASE_PERCENTS =
            List.of(List.of("10", "5", "2.5", "1.25"), List.of("8.75", "6"), List.of("12.5", "3.33", "1"));

    private final Map<String, String> settings;
    private final Map<String, Rule> first;
    private final Map<Integer, Map<String, Rule>> versions = new ConcurrentHashMap<>();

    private NaivePlan(Map<String, String> settings, Map<String, Rule> first) {
        this.settings = settings;
        this.first = first;
    }

    /// Along which tree is paid.
    private enum Line {
        PLACEMENT,
        SPONSOR
    }

    /// What one kind of event pays.
    ///
    /// @param isPercent whether the shares are percentages of the event's amount
    /// @param shares nearest first
    private record Rule(Line line, int holdDays, boolean isPercent, List<String> shares) {
        private String json(String trigger) {
            return """
                    "%s": {"hold_days": %d, "rules": [{"name": "%s", "line": "%s", "%s": [%s]}]}""".formatted(
                            trigger,
                            holdDays,
                            trigger,
                            line.name().toLowerCase(Locale.ROOT),
                            isPercent ? "percents" : "amounts",
                            String.join(", ", shares));
        }
    }

    /// The one that is built in.
    public static NaivePlan builtIn() {
        return new NaivePlan(Map.of(), Map.of("referral", BUILT_IN, "purchase", BUILT_IN));
    }

    /// The one in `plans/money.yaml`: percentages, of which those of preorders are held.
    public static NaivePlan money() {
        var file = Path.of("src", "test", "resources", "plans", "money.yaml").toAbsolutePath();
        return new NaivePlan(Map.of("PLAN", file.toString()), variant(0));
    }

    private static Map<String, Rule> variant(int number) {
        return Map.of(
                "referral", BUILT_IN,
                "purchase", new Rule(Line.PLACEMENT, 0, true, PURCHASE_PERCENTS.get(number)),
                "preorder", new Rule(Line.SPONSOR, 14, true, List.of("7.5", "3.33")));
    }

    /// With which settings the service begins with the same plan.
    public Map<String, String> settings() {
        return settings;
    }

    /// A plan to change to.
    ///
    /// @param number from 0, less than [#VARIANTS]
    public static String document(int number) {
        var triggers = variant(number).entrySet().stream()
                .map(rule -> rule.getValue().json(rule.getKey()))
                .collect(Collectors.joining(", "));
        return """
                {"currency": "USD", "width": 3, "triggers": {%s}, "ranks": [], "adjustments": {"approval_above": 400.00}}""".formatted(triggers);
    }

    /// The service told that a plan is this version of its own.
    ///
    /// @return false when it told otherwise before
    public boolean isVersion(int version, int number) {
        var told = variant(number);
        var before = versions.putIfAbsent(version, told);
        return before == null || before.equals(told);
    }

    /// What an event is to pay, as `earner amount`, nearest first: nothing to whoever is suspended.
    List<String> due(Event event, SpilloverModel model) {
        var rule = versions.getOrDefault(event.planVersion(), first).get(event.trigger());
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
