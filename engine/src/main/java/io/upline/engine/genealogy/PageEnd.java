package io.upline.engine.genealogy;

/// Where a page of a downline ended, so that the next one continues there. Between the two the member may have
/// been moved, or somebody above: the depth and the time of the newest change on their line tell. That tells two
/// changes apart only because no two changes of a network have the same time, and later ones have later times:
/// whoever calls [GenealogyWriter] guarantees that.
///
/// @param member the last member of the page
/// @param depth how many steps below the top they stood, from 1
/// @param lineChangedAtMicros when the member, or somebody between the member and the top, was changed for the last
///     time, in microseconds since 1970 UTC; [Member#NEVER] when nobody was
public record PageEnd(int member, int depth, long lineChangedAtMicros) {

    /// @throws IllegalArgumentException when the depth is below 1
    public PageEnd {
        if (depth < 1) {
            throw new IllegalArgumentException("depth is %d: a downline begins at depth 1".formatted(depth));
        }
    }
}
