package io.upline.engine.genealogy;

/// One of the two trees that every member stands in.
public enum Line {
    /// Member to parent: where a member stands. At most `width` children each.
    PLACEMENT,
    /// Member to sponsor: who brought them in. Any number each.
    SPONSOR
}
