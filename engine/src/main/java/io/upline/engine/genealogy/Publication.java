package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.Matrix;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.Sections;

/// Makes the drafts visible. It goes from the last draft to the first: a draft below another one hands its count to
/// that one, so only drafts directly below a published member climb, each with all that hangs on it. The counts climb
/// in slices of the write lock, and the members appear in the last slice: readers never see one that isn't counted.
final class Publication {
    private final NetworkArrays network;
    private final Matrix placement;
    private final Forest sponsors;
    private final int firstDraft;
    private final int members;

    private long stamp;
    private int steps;

    Publication(NetworkArrays network, int members) {
        this.network = network;
        this.placement = network.placement();
        this.sponsors = network.sponsors();
        this.firstDraft = network.visible();
        this.members = members;
    }

    void run(long asOf) {
        stamp = network.sections().beginWrite();
        try {
            for (int draft = members - 1; draft >= firstDraft; draft--) {
                countInPlacement(draft);
                countAmongSponsors(draft);
            }
            network.show(members, asOf);
        } finally {
            network.sections().endWrite(stamp);
        }
    }

    private void countInPlacement(int draft) {
        Forest links = placement.links();
        int more = links.descendants(draft) + 1;
        int height = placement.height(draft);
        int ancestor = links.parent(draft);
        if (ancestor != NONE) {
            links.countChild(ancestor);
        }
        while (ancestor != NONE) {
            links.countDescendants(ancestor, more);
            placement.reach(ancestor, ++height);
            ancestor = ancestor < firstDraft ? links.parent(ancestor) : NONE;
            step();
        }
    }

    private void countAmongSponsors(int draft) {
        int more = sponsors.descendants(draft) + 1;
        int ancestor = sponsors.parent(draft);
        if (ancestor != NONE) {
            sponsors.countChild(ancestor);
        }
        while (ancestor != NONE) {
            sponsors.countDescendants(ancestor, more);
            ancestor = ancestor < firstDraft ? sponsors.parent(ancestor) : NONE;
            step();
        }
    }

    private void step() {
        if (++steps == Sections.SECTION_MEMBERS) {
            steps = 0;
            stamp = network.sections().yieldWrite(stamp);
        }
    }
}
