/// What an event pays, to whom and why: a trigger's rules applied to the upline of the member it came from.
///
/// Read [io.upline.engine.bonus.BonusCalculator] first; it turns a trigger and an [io.upline.engine.bonus.Upline]
/// into [io.upline.engine.bonus.Earning]s, each with its [io.upline.engine.bonus.Reason]. This package remembers
/// nothing: that an event is paid only once is for its caller to see to.
@NullMarked
package io.upline.engine.bonus;

import org.jspecify.annotations.NullMarked;
