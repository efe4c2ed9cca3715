package io.upline.engine.plan;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;
import io.upline.engine.plan.BonusRule.FixedPerLevel;
import io.upline.engine.plan.BonusRule.PercentPerLevel;
import java.util.Arrays;
import java.util.List;

/// Parts of plans for tests, in US dollars and along the placement tree unless said otherwise.
public final class Plans {

    /// US dollars.
    public static final Currency USD = Currency.of("USD");

    private Plans() {}

    /// A rule with a fixed amount for each level.
    public static BonusRule fixed(String name, String... amounts) {
        return fixed(name, Line.PLACEMENT, amounts);
    }

    /// A rule with a fixed amount for each level of a line.
    public static BonusRule fixed(String name, Line line, String... amounts) {
        return fixed(name, line, Compression.NONE, amounts);
    }

    /// A rule with a fixed amount for each level of a line, compressed or not.
    public static BonusRule fixed(String name, Line line, Compression compression, String... amounts) {
        return new FixedPerLevel(
                name,
                line,
                compression,
                Arrays.stream(amounts).map(text -> Money.of(USD, text)).toList());
    }

    /// A rule with a percentage for each level.
    public static BonusRule percent(String name, String... percents) {
        return new PercentPerLevel(
                name,
                Line.PLACEMENT,
                Compression.NONE,
                Arrays.stream(percents).map(Percent::of).toList());
    }

    /// A trigger that pays once for each reference.
    public static Trigger trigger(BonusRule... rules) {
        return new Trigger("purchase", Once.PER_REFERENCE, 0, List.of(rules));
    }

    /// A rank.
    public static Rank rank(String name, Requirement... requirements) {
        return new Rank(name, List.of(requirements));
    }
}
