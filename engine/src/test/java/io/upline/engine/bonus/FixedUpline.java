package io.upline.engine.bonus;

import io.upline.engine.genealogy.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An upline that a test writes down; it notes what it was asked.
///
/// @param placement the ancestors in the placement tree, nearest first
/// @param sponsors those in the sponsor tree
@SuppressWarnings("ArrayRecordComponent")
record FixedUpline(int[] placement, int[] sponsors, Set<Integer> suspended, List<String> asked) implements Upline {

    FixedUpline(int[] placement, int[] sponsors, Set<Integer> suspended) {
        this(placement, sponsors, suspended, new ArrayList<>());
    }

    /// The same ancestors on both lines.
    static FixedUpline along(int... ancestors) {
        return new FixedUpline(ancestors, ancestors, Set.of());
    }

    FixedUpline suspending(int... members) {
        return new FixedUpline(
                placement, sponsors, Arrays.stream(members).boxed().collect(Collectors.toSet()));
    }

    @Override
    public int[] nearestFirst(Line line, int most) {
        asked.add(line + " " + most);
        int[] all = line == Line.PLACEMENT ? placement : sponsors;
        return Arrays.copyOf(all, Math.min(most, all.length));
    }

    @Override
    public boolean isSuspended(int ancestor) {
        return suspended.contains(ancestor);
    }
}
