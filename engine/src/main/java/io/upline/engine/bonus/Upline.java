package io.upline.engine.bonus;

import io.upline.engine.genealogy.Line;

/// The ancestors of the one member that an event came from.
@FunctionalInterface
public interface Upline {

    /// The member's ancestors along a line, nearest first, without the member itself.
    ///
    /// @param maxLevels the most that are asked for, at least 1
    /// @return the indexes of up to `maxLevels` members; fewer where the line ends at a root
    int[] nearestFirst(Line line, int maxLevels);
}
