package io.upline.engine.genealogy;

/// Where a member stands.
///
/// @param parent the member directly above, [Genealogy#NONE] for a root
/// @param position the slot under the parent, 1 = leftmost; 0 for a root
/// @param level the distance from the root plus one; 1 for a root
public record Placement(int parent, int position, int level) {}
