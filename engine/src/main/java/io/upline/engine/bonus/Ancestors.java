package io.upline.engine.bonus;

import io.upline.engine.genealogy.Line;
import io.upline.engine.plan.Compression;
import io.upline.engine.plan.Trigger;

/// The ancestors along one line, nearest first, as far as the rules of a trigger can reach, and who is suspended.
final class Ancestors {
    private final int[] members;
    private final boolean[] suspended;

    private Ancestors(int[] members, boolean[] suspended) {
        this.members = members;
        this.suspended = suspended;
    }

    /// Reads a line to the trigger's deepest level, and further where rules pass over suspended members until each
    /// of their levels has somebody: each time twice as far. O(ancestors read).
    static Ancestors of(Trigger trigger, Line line, Upline upline) {
        int most = trigger.levelsAlong(line);
        if (most == 0) {
            return new Ancestors(new int[0], new boolean[0]);
        }
        int levels = trigger.levelsAlong(line, Compression.STANDARD);
        Ancestors ancestors = nearest(line, most, upline);
        while (ancestors.count() == most && ancestors.earning() < levels) {
            most *= 2;
            ancestors = nearest(line, most, upline);
        }
        return ancestors;
    }

    private static Ancestors nearest(Line line, int most, Upline upline) {
        int[] members = upline.nearestFirst(line, most);
        boolean[] suspended = new boolean[members.length];
        for (int i = 0; i < members.length; i++) {
            suspended[i] = upline.isSuspended(members[i]);
        }
        return new Ancestors(members, suspended);
    }

    int count() {
        return members.length;
    }

    /// The member so many steps above the source, from 1.
    int member(int steps) {
        return members[steps - 1];
    }

    boolean isSuspended(int steps) {
        return suspended[steps - 1];
    }

    private int earning() {
        int earning = 0;
        for (boolean isSuspended : suspended) {
            earning += isSuspended ? 0 : 1;
        }
        return earning;
    }
}
