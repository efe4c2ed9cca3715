package io.upline.engine.bonus;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Line;

/// The ancestors of the one member that an event came from. All answers are of one moment.
public interface Upline {

    /// The ancestors that a member has in a genealogy. Calculate with it within [Genealogy#steadily], so that all
    /// answers are of one moment.
    ///
    /// @param member the index of a published member
    static Upline of(Genealogy genealogy, int member) {
        return new UplineInMemory(genealogy, member);
    }

    /// The member's ancestors along a line, nearest first, without the member itself.
    ///
    /// @param most the most that are asked for, at least 1
    /// @return the indexes of up to `most` members; fewer where the line ends at a root
    int[] nearestFirst(Line line, int most);

    /// Whether one of these ancestors is suspended, and so earns nothing.
    boolean isSuspended(int ancestor);
}
