package io.upline.engine.genealogy;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.NetworkArrays;

/// One of the two trees that every member stands in.
public enum Line {
    /// Member to parent: where a member stands. At most `width` children each.
    PLACEMENT,
    /// Member to sponsor: who brought them in. Any number each.
    SPONSOR;

    /// The links of this tree.
    Forest links(NetworkArrays network) {
        return switch (this) {
            case PLACEMENT -> network.placement().links();
            case SPONSOR -> network.sponsors().links();
        };
    }
}
