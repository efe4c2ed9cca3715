/// Refunds: what an event paid is taken back, as a whole or in part.
///
/// Start with [ReversalResource], and [EventResource] for what is there; [Reversal] decides. How a refund is divided
/// over the bonuses, and what is taken from
/// where, [io.upline.engine.ledger] says.
@NullMarked
package io.upline.service.bonus.reversal;

import org.jspecify.annotations.NullMarked;
