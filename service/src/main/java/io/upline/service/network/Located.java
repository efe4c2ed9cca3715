package io.upline.service.network;

import io.upline.engine.genealogy.Genealogy;

/// A member of a tree.
///
/// @param member the index in `tree`, and in no other
public record Located(Genealogy tree, int member) {
    /// The number of the member in the tables.
    public int number() {
        return member + 1;
    }
}
