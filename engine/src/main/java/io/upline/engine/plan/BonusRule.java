package io.upline.engine.plan;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import java.util.List;
import java.util.Optional;

/// What one event pays to the ancestors of the member it came from, level by level. Level 1 is the nearest ancestor
/// along the rule's line; whether suspended ones count is up to [Compression].
public sealed interface BonusRule {

    /// The most levels a rule may pay.
    int MAX_LEVELS = 100;

    /// The name that its bonuses carry; an [Identifier].
    String name();

    /// The line whose ancestors earn.
    Line line();

    /// What it does with suspended members.
    Compression compression();

    /// How many levels it pays, from 1 to [#MAX_LEVELS].
    int levels();

    /// A fixed amount for each level.
    ///
    /// @param amounts what levels 1, 2, 3, … earn, none below zero, all of one currency
    record FixedPerLevel(String name, Line line, Compression compression, List<Money> amounts) implements BonusRule {

        /// @throws IllegalArgumentException when the name, an amount or the number of levels is refused
        public FixedPerLevel {
            Identifier.faultIn(name).ifPresent(Refusal::raise);
            amounts = List.copyOf(amounts);
            faultInLevels(amounts.size()).ifPresent(Refusal::raise);
            for (Money amount : amounts) {
                faultInAmount(amount).ifPresent(Refusal::raise);
            }
        }

        @Override
        public int levels() {
            return amounts.size();
        }
    }

    /// A percentage of the event's amount for each level.
    ///
    /// @param percents what levels 1, 2, 3, … earn of the amount
    record PercentPerLevel(String name, Line line, Compression compression, List<Percent> percents)
            implements BonusRule {

        /// @throws IllegalArgumentException when the name or the number of levels is refused
        public PercentPerLevel {
            Identifier.faultIn(name).ifPresent(Refusal::raise);
            percents = List.copyOf(percents);
            faultInLevels(percents.size()).ifPresent(Refusal::raise);
        }

        @Override
        public int levels() {
            return percents.size();
        }
    }

    /// What is wrong with a number of levels, as a sentence; empty when nothing is.
    static Optional<String> faultInLevels(int levels) {
        if (levels == 0) {
            return Optional.of("no level is paid; write one value for each level, nearest first");
        }
        if (levels > MAX_LEVELS) {
            return Optional.of(levels + " levels are too many; write at most " + MAX_LEVELS);
        }
        return Optional.empty();
    }

    /// What is wrong with the amount of a level, as a sentence; empty when nothing is. Zero pays nobody at that
    /// level.
    static Optional<String> faultInAmount(Money amount) {
        if (amount.signum() < 0) {
            return Optional.of(amount.amount().toPlainString() + " is negative; write 0 or more");
        }
        return Optional.empty();
    }
}
