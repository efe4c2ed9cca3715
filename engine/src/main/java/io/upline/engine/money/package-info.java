/// Exact money. An amount is a whole number of its currency's smallest unit, so adding never rounds; the one
/// operation that rounds, [io.upline.engine.money.Money#percentage], says how.
///
/// Read [io.upline.engine.money.Money] first, then [io.upline.engine.money.Currency] and
/// [io.upline.engine.money.Percent]. Each has a `faultIn` that judges a value from outside without throwing; the
/// factories refuse by the same rule. This package knows no plan, no member and no clock.
@NullMarked
package io.upline.engine.money;

import org.jspecify.annotations.NullMarked;
