package io.upline.engine.bonus;

import static java.util.Objects.requireNonNull;

import io.upline.engine.bonus.Reason.FixedAmount;
import io.upline.engine.bonus.Reason.PercentOfAmount;
import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule;
import io.upline.engine.plan.BonusRule.FixedPerLevel;
import io.upline.engine.plan.BonusRule.PercentPerLevel;
import io.upline.engine.plan.Compression;
import io.upline.engine.plan.Trigger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Works out what one event pays: every rule of its trigger, applied to the source's upline.
///
/// A suspended member earns nothing: the level is lost, or goes to the next one above, as the rule's [Compression]
/// says. Each bonus is rounded by itself. A level that would pay nothing makes no earning. A line that ends before
/// the last level pays only the levels it has; what nobody earns stays with the company.
public final class BonusCalculator {

    private BonusCalculator() {}

    /// The earnings of one event, in the order of the plan's rules and within a rule nearest level first.
    ///
    /// Asks for the upline once for each line, as far as [Trigger#levelsAlong] says, and again only where suspended
    /// members are passed over. O(levels of all rules + members passed over).
    ///
    /// @param trigger the trigger that the event names
    /// @param amount  the event's amount, 0 or more; null only where the trigger needs none
    /// @param upline  the upline of the member the event came from
    /// @throws IllegalArgumentException when [Trigger#faultInAmount] finds a fault; ask it first
    public static List<Earning> earnings(Trigger trigger, @Nullable Money amount, Upline upline) {
        trigger.faultInAmount(amount).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        Map<Line, Ancestors> ancestors = ancestors(trigger, upline);
        List<Earning> earnings = new ArrayList<>();
        for (BonusRule rule : trigger.rules()) {
            addEarnings(rule, amount, requireNonNull(ancestors.get(rule.line())), earnings);
        }
        return List.copyOf(earnings);
    }

    private static Map<Line, Ancestors> ancestors(Trigger trigger, Upline upline) {
        Map<Line, Ancestors> ancestors = new EnumMap<>(Line.class);
        for (Line line : Line.values()) {
            ancestors.put(line, Ancestors.of(trigger, line, upline));
        }
        return ancestors;
    }

    private static void addEarnings(BonusRule rule, @Nullable Money amount, Ancestors above, List<Earning> earnings) {
        int level = 1;
        for (int steps = 1; steps <= above.count() && level <= rule.levels(); steps++) {
            boolean isSuspended = above.isSuspended(steps);
            if (!isSuspended) {
                Earning earning = earning(rule, level, steps, amount, above.member(steps));
                if (earning.amount().signum() > 0) {
                    earnings.add(earning);
                }
            }
            level += isSuspended && rule.compression() == Compression.STANDARD ? 0 : 1;
        }
    }

    private static Earning earning(BonusRule rule, int level, int steps, @Nullable Money amount, int earner) {
        return switch (rule) {
            case FixedPerLevel(String name, Line line, Compression compression, List<Money> amounts) ->
                new Earning(name, line, level, steps, earner, amounts.get(level - 1), new FixedAmount());
            case PercentPerLevel(String name, Line line, Compression compression, List<Percent> percents) -> {
                PercentOfAmount reason = new PercentOfAmount(requireNonNull(amount), percents.get(level - 1));
                yield new Earning(
                        name, line, level, steps, earner, reason.base().percentage(reason.rate()), reason);
            }
        };
    }
}
