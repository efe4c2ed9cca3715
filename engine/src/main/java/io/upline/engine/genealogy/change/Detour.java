package io.upline.engine.genealogy.change;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.WriteHold;

/// The way from one ancestor up to where two lines meet, and down to another: where counts change when a member
/// leaves the one and joins the other. From the meeting point on, both lines have the same members.
///
/// @param from whom the member leaves, or [Forest#NONE]
/// @param to whom the member joins
/// @param meeting the nearest that is on both lines, or [Forest#NONE]
record Detour(Forest links, int from, int to, int meeting) {

    /// The detour between two members of one tree. O(steps up).
    static Detour of(Forest links, int from, int to) {
        int left = from;
        int right = to;
        int deeper = links.lengthOfLine(left) - links.lengthOfLine(right);
        while (left != right) {
            left = deeper >= 0 ? links.parent(left) : left;
            right = deeper <= 0 ? links.parent(right) : right;
            deeper -= Integer.signum(deeper);
        }
        return new Detour(links, from, to, left);
    }

    /// Counts a member who joins, with `members` in all. O(steps up).
    void join(int members, WriteHold hold) {
        count(to, members, hold);
    }

    /// Counts a member who leaves, with `members` in all. O(steps up).
    void leave(int members, WriteHold hold) {
        count(from, -members, hold);
    }

    private void count(int start, int more, WriteHold hold) {
        for (int ancestor = start; ancestor != meeting; ancestor = links.parent(ancestor)) {
            links.countDescendants(ancestor, more);
            hold.touched(1);
        }
    }
}
