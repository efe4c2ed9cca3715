/// Money under load and faults: clients that each own events and know, step by step, where every cent of these is,
/// and an audit that adds everything up by itself.
///
/// Begin with `MoneyIT`; [io.upline.client.faults.money.OwnedBonus] is the model.
@NullMarked
package io.upline.client.faults.money;

import org.jspecify.annotations.NullMarked;
