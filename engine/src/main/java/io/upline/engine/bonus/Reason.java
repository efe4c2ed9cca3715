package io.upline.engine.bonus;

import io.upline.engine.money.Money;
import io.upline.engine.money.Percent;

/// Why an earning has the amount it has: enough to work it out again by hand.
public sealed interface Reason {

    /// The plan names the amount for this level.
    record FixedAmount() implements Reason {}

    /// A percentage of the event's amount, rounded half up at the currency's scale.
    ///
    /// @param base the event's amount
    /// @param rate the percentage that the plan gives this level
    record PercentOfAmount(Money base, Percent rate) implements Reason {}
}
