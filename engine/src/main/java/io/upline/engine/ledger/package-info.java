/// The ledger's rules: where money can be, what moves it, and the life of a bonus from earned to paid or taken back.
///
/// Read [io.upline.engine.ledger.BonusLife] first; each of its steps says what it posts.
/// [io.upline.engine.ledger.Refund]
/// divides what a refund takes back. This package remembers nothing: that a step is taken once is for its caller to
/// see to.
@NullMarked
package io.upline.engine.ledger;

import org.jspecify.annotations.NullMarked;
