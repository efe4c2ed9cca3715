package io.upline.engine.plan;

import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A company's compensation plan: what is paid for which event, and which ranks there are. Immutable; two plans are
/// equal when they say the same in the same order.
///
/// @param currency      the currency of every amount in it
/// @param width         how many children a member may have, from [#MIN_WIDTH] to [#MAX_WIDTH]
/// @param triggers      the events that pay, at least one, no two of one name
/// @param ladder        the ranks, lowest first
/// @param approvalAbove the largest adjustment that needs nobody's approval, 0 or more; null when none ever does
public record Plan(
        Currency currency,
        int width,
        List<Trigger> triggers,
        Ladder ladder,
        @Nullable Money approvalAbove) {

    /// The narrowest tree: one child each, a chain.
    public static final int MIN_WIDTH = 1;

    /// The widest tree.
    public static final int MAX_WIDTH = 100;

    /// The most triggers a plan may have.
    public static final int MAX_TRIGGERS = 100;

    /// @throws IllegalArgumentException when any part is refused, or one doesn't fit the others
    public Plan {
        faultInWidth(width).ifPresent(Refusal::raise);
        triggers = List.copyOf(triggers);
        faultInTriggers(triggers.size()).ifPresent(Refusal::raise);
        for (int i = 0; i < triggers.size(); i++) {
            requireOwnName(triggers.subList(0, i), triggers.get(i));
            requireCurrency(currency, triggers.get(i));
        }
        for (Rank rank : ladder.ranks()) {
            rank.faultAtWidth(width).ifPresent(Refusal::raise);
        }
        if (approvalAbove != null) {
            requireCurrency(currency, approvalAbove);
            faultInApprovalAbove(approvalAbove).ifPresent(Refusal::raise);
        }
    }

    /// The largest adjustment that needs nobody's approval; empty when none ever does.
    public Optional<Money> approvalLimit() {
        return Optional.ofNullable(approvalAbove);
    }

    /// The trigger of a name, or empty when the plan has none. O(triggers).
    public Optional<Trigger> trigger(String name) {
        return triggers.stream().filter(trigger -> trigger.name().equals(name)).findAny();
    }

    /// What is wrong with a width, as a sentence; empty when nothing is.
    public static Optional<String> faultInWidth(int width) {
        if (width < MIN_WIDTH || width > MAX_WIDTH) {
            return Optional.of(
                    width + " can't be the width; write a whole number from " + MIN_WIDTH + " to " + MAX_WIDTH);
        }
        return Optional.empty();
    }

    /// What is wrong with a number of triggers, as a sentence; empty when nothing is.
    public static Optional<String> faultInTriggers(int count) {
        if (count == 0) {
            return Optional.of("a plan without triggers pays nobody; write at least one");
        }
        if (count > MAX_TRIGGERS) {
            return Optional.of(count + " triggers are too many; write at most " + MAX_TRIGGERS);
        }
        return Optional.empty();
    }

    /// What is wrong with the limit above which adjustments need approval, as a sentence; empty when nothing is. With
    /// a limit of zero, every adjustment does.
    public static Optional<String> faultInApprovalAbove(Money limit) {
        if (limit.signum() < 0) {
            return Optional.of(limit.amount().toPlainString() + " is negative; write 0 or more");
        }
        return Optional.empty();
    }

    private static void requireOwnName(List<Trigger> before, Trigger trigger) {
        if (before.stream().anyMatch(other -> other.name().equals(trigger.name()))) {
            Refusal.raise("the plan has two triggers called \"" + trigger.name() + "\"");
        }
    }

    private static void requireCurrency(Currency currency, Trigger trigger) {
        if (!trigger.isIn(currency)) {
            Refusal.raise("the trigger \"" + trigger.name() + "\" pays another currency than the plan's " + currency);
        }
    }

    private static void requireCurrency(Currency currency, Money approvalAbove) {
        if (!approvalAbove.currency().equals(currency)) {
            Refusal.raise("approval above " + approvalAbove + " is another currency than the plan's " + currency);
        }
    }
}
