package io.upline.engine.genealogy.check;

/// Which members there are.
///
/// @param members how many, drafts included
/// @param visible how many of them are published
public record Extent(int members, int visible) {
    /// Whether there is such a member or draft.
    boolean contains(int member) {
        return member >= 0 && member < members;
    }

    /// Whether a member is published.
    boolean isVisible(int member) {
        return member < visible;
    }

    /// Whether somebody may be a member's parent or sponsor: below a draft stand drafts only.
    boolean mayStandAbove(int above, int member) {
        return contains(above) && (isVisible(above) || !isVisible(member));
    }
}
