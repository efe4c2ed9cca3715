package io.upline.engine.bonus;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Line;

/// The ancestors of a member, read from a genealogy; see [Upline#of].
record UplineInMemory(Genealogy genealogy, int member) implements Upline {
    @Override
    public int[] nearestFirst(Line line, int most) {
        return genealogy.upline(member, line, most);
    }

    @Override
    public boolean isSuspended(int ancestor) {
        return genealogy.isSuspended(ancestor);
    }
}
