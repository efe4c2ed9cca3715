/// The compensation plan as data: which events pay whom how much, and what each rank asks for.
///
/// Read [io.upline.engine.plan.Plan] first: it holds [io.upline.engine.plan.Trigger]s made of
/// [io.upline.engine.plan.BonusRule]s, and a [io.upline.engine.plan.Ladder] of [io.upline.engine.plan.Rank]s made
/// of [io.upline.engine.plan.Requirement]s. Everything is immutable.
///
/// What is valid is said once, here: each rule is a `faultIn…` function that returns a sentence for what it
/// refuses. The constructors throw that sentence; a reader of files calls the same functions and reports all of
/// them. This package knows no file format, no member and no clock.
@NullMarked
package io.upline.engine.plan;

import org.jspecify.annotations.NullMarked;
