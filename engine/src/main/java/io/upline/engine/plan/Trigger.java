package io.upline.engine.plan;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.engine.plan.BonusRule.FixedPerLevel;
import io.upline.engine.plan.BonusRule.PercentPerLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A kind of event that pays: its name, how often it may pay, and what it pays.
///
/// @param name     what callers send as `trigger_type`; an [Identifier]
/// @param once     what makes two events the same one; a [#REFERRAL] is always [Once#PER_SOURCE]
/// @param holdDays how many days its bonuses are held before they are payable, from 0 (not held) to [#MAX_HOLD_DAYS]
/// @param rules    what it pays, in the plan's order; their names differ
public record Trigger(String name, Once once, int holdDays, List<BonusRule> rules) {

    /// The trigger of a new member's joining, which happens once for each member and can't be told otherwise.
    public static final String REFERRAL = "referral";

    /// The most rules a trigger may have.
    public static final int MAX_RULES = 20;

    /// The longest time that bonuses may be held, in days: ten years.
    public static final int MAX_HOLD_DAYS = 3650;

    /// @throws IllegalArgumentException when the name, how often, how long it holds, or a rule is refused
    public Trigger {
        Identifier.faultIn(name).ifPresent(Refusal::raise);
        faultInOnce(name, once).ifPresent(Refusal::raise);
        faultInHoldDays(holdDays).ifPresent(Refusal::raise);
        rules = List.copyOf(rules);
        faultInRules(rules.size()).ifPresent(Refusal::raise);
        for (int i = 0; i < rules.size(); i++) {
            faultInRule(rules.subList(0, i), rules.get(i)).ifPresent(Refusal::raise);
        }
    }

    /// How often a trigger of this name pays when its plan doesn't say.
    public static Once usually(String name) {
        return name.equals(REFERRAL) ? Once.PER_SOURCE : Once.PER_REFERENCE;
    }

    /// What is wrong with how often a trigger of this name pays, as a sentence; empty when nothing is.
    public static Optional<String> faultInOnce(String name, Once once) {
        if (name.equals(REFERRAL) && once != Once.PER_SOURCE) {
            return Optional.of("a referral happens once for each member; write per_source or leave this out");
        }
        return Optional.empty();
    }

    /// What is wrong with how many days bonuses are held, as a sentence; empty when nothing is.
    public static Optional<String> faultInHoldDays(int holdDays) {
        if (holdDays < 0 || holdDays > MAX_HOLD_DAYS) {
            return Optional.of(
                    holdDays + " can't be the days to hold; write a whole number from 0 to " + MAX_HOLD_DAYS);
        }
        return Optional.empty();
    }

    /// What is wrong with a number of rules, as a sentence; empty when nothing is.
    public static Optional<String> faultInRules(int count) {
        if (count == 0) {
            return Optional.of("a trigger without rules pays nobody; write at least one rule");
        }
        if (count > MAX_RULES) {
            return Optional.of(count + " rules are too many; write at most " + MAX_RULES);
        }
        return Optional.empty();
    }

    /// What keeps a rule from standing after the rules before it, as a sentence; empty when nothing does.
    public static Optional<String> faultInRule(List<BonusRule> before, BonusRule rule) {
        if (before.stream().anyMatch(other -> other.name().equals(rule.name()))) {
            return Optional.of("the name \"" + rule.name() + "\" is taken by a rule above; give each its own");
        }
        return Optional.empty();
    }

    /// How many ancestors along a line this trigger may pay, from 0 (it doesn't follow that line) to
    /// [BonusRule#MAX_LEVELS]. O(rules).
    public int levelsAlong(Line line) {
        return mostLevels(rules.stream().filter(rule -> rule.line() == line));
    }

    /// How many ancestors along a line the rules of one [Compression] may pay, from 0 to [BonusRule#MAX_LEVELS].
    /// O(rules).
    public int levelsAlong(Line line, Compression compression) {
        return mostLevels(
                rules.stream().filter(rule -> rule.line() == line).filter(rule -> rule.compression() == compression));
    }

    private static int mostLevels(Stream<BonusRule> rules) {
        return rules.mapToInt(BonusRule::levels).max().orElse(0);
    }

    /// Whether an event must say its amount, because a rule pays a percentage of it. O(rules).
    public boolean needsAmount() {
        return rules.stream().anyMatch(PercentPerLevel.class::isInstance);
    }

    /// What keeps an event with this amount, or with none, from being paid, as a sentence; empty when nothing does.
    public Optional<String> faultInAmount(@Nullable Money amount) {
        if (amount == null) {
            return needsAmount()
                    ? Optional.of(name + " pays a percentage of the event's amount; give the amount")
                    : Optional.empty();
        }
        if (amount.signum() < 0) {
            return Optional.of(amount + " is negative; an event's amount is 0 or more");
        }
        return Optional.empty();
    }

    /// Whether every amount in the rules is of this currency.
    boolean isIn(Currency currency) {
        return rules.stream().allMatch(rule -> isIn(rule, currency));
    }

    private static boolean isIn(BonusRule rule, Currency currency) {
        return switch (rule) {
            case FixedPerLevel fixed ->
                fixed.amounts().stream().allMatch(amount -> amount.currency().equals(currency));
            case PercentPerLevel percent -> true;
        };
    }
}
