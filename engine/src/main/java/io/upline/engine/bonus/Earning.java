package io.upline.engine.bonus;

import io.upline.engine.genealogy.Line;
import io.upline.engine.money.Money;

/// What one member earns from one rule for one event.
///
/// @param rule   the name of the plan's rule
/// @param line   the line along which the earner is an ancestor of the source
/// @param level  which of the rule's levels this is, from 1
/// @param steps  how many steps above the source the earner is on that line; more than the level where suspended
///     members were passed over
/// @param earner the earner's index
/// @param amount what is earned, more than zero
/// @param reason how the amount came about
public record Earning(String rule, Line line, int level, int steps, int earner, Money amount, Reason reason) {}
