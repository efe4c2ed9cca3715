/// Adjustments: an administrator gives a member money, or takes some, with a reason; above the plan's limit only when
/// another person approves.
///
/// Start with [AskingResource] and [DecisionResource]; [AdjustmentSteps] is what becomes of an adjustment. What is
/// posted [io.upline.engine.ledger.Adjustment] says. It knows no bonus.
@NullMarked
package io.upline.service.adjustment;

import org.jspecify.annotations.NullMarked;
