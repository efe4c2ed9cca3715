/// The steps of a bonus once it is there: held, released, paid, taken back. What a step means,
/// [io.upline.engine.ledger.BonusLife] says; here it is locked, taken and written, with its postings.
///
/// Start with [Steps]. It knows no routes.
@NullMarked
package io.upline.service.bonus.life;

import org.jspecify.annotations.NullMarked;
