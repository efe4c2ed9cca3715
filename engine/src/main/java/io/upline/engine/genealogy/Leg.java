package io.upline.engine.genealogy;

/// A child together with its downline.
///
/// @param child the member at the head of the leg
/// @param position its slot under the parent, 1 = leftmost
/// @param size members in the leg, the head included
public record Leg(int child, int position, int size) {}
