package io.upline.service.bonus.distribution.event;

import io.upline.engine.money.Money;
import io.upline.engine.plan.Trigger;
import org.jspecify.annotations.Nullable;

/// A request whose names are known: a trigger of the plan, a member, an amount of money.
///
/// @param source the member's index
public record Occurrence(
        DistributionRequest request,
        Trigger trigger,
        int source,
        @Nullable Money amount) {}
