package io.upline.engine.genealogy;

import static io.upline.engine.genealogy.Genealogy.NONE;

import io.upline.engine.genealogy.arrays.Climbers;
import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.IntBuffer;
import io.upline.engine.genealogy.arrays.Matrix;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.WriteHold;

/// Makes the drafts visible. It goes from the last draft to the first: a draft below another one hands its count to
/// that one, so only drafts directly below a published member climb, each with all that hangs on it. The counts
/// climb in slices of the write lock, and the members appear in the last slice: readers never see one that isn't
/// counted.
final class Publication {
    private static final int GROUP_CLIMBERS = 512;

    private final NetworkArrays network;
    private final Matrix placement;
    private final Forest sponsors;
    private final int firstDraft;
    private final int members;
    private final Starts placementStarts = new Starts();
    private final Starts sponsorStarts = new Starts();

    /// Where climbs begin: the member, how many new descendants it has, and how many steps below is the deepest of
    /// them.
    private record Starts(IntBuffer members, IntBuffer counts, IntBuffer heights) {
        Starts() {
            this(new IntBuffer(), new IntBuffer(), new IntBuffer());
        }

        void add(int member, int count, int height) {
            members.add(member);
            counts.add(count);
            heights.add(height);
        }

        int size() {
            return members.size();
        }

        /// The group that begins with a number.
        Climbers climbers(int first) {
            return new Climbers(
                    members.slice(first, GROUP_CLIMBERS),
                    counts.slice(first, GROUP_CLIMBERS),
                    heights.slice(first, GROUP_CLIMBERS));
        }
    }

    Publication(NetworkArrays network, int members) {
        this.network = network;
        this.placement = network.placement();
        this.sponsors = network.sponsors().links();
        this.firstDraft = network.visible();
        this.members = members;
    }

    void run(long asOf) {
        try (WriteHold hold = new WriteHold(network.sections())) {
            for (int draft = members - 1; draft >= firstDraft; draft--) {
                countInPlacement(draft);
                handOn(sponsors, draft, 0, sponsorStarts);
                hold.touched(1);
            }
            climbPlacement(hold);
            climbSponsors(hold);
            network.show(members, asOf);
        }
    }

    private void countInPlacement(int draft) {
        int height = placement.height(draft) + 1;
        handOn(placement.links(), draft, height, placementStarts);
        int parent = placement.links().parent(draft);
        if (parent >= firstDraft) {
            placement.reach(parent, height);
        }
    }

    /// Counts a draft as its parent's child, and all that hangs on it as the parent's descendants: at once when the
    /// parent is a draft itself, else by a climb.
    private void handOn(Forest links, int draft, int height, Starts starts) {
        int parent = links.parent(draft);
        if (parent == NONE) {
            return;
        }
        links.countChild(parent);
        int count = links.descendants(draft) + 1;
        if (parent < firstDraft) {
            starts.add(parent, count, height);
        } else {
            links.countDescendants(parent, count);
        }
    }

    private void climbPlacement(WriteHold hold) {
        for (int group = 0; group < placementStarts.size(); group += GROUP_CLIMBERS) {
            Climbers climbers = placementStarts.climbers(group);
            while (climbers.climbing() > 0) {
                hold.touched(climbers.step(placement));
            }
        }
    }

    private void climbSponsors(WriteHold hold) {
        for (int group = 0; group < sponsorStarts.size(); group += GROUP_CLIMBERS) {
            Climbers climbers = sponsorStarts.climbers(group);
            while (climbers.climbing() > 0) {
                hold.touched(climbers.step(sponsors));
            }
        }
    }
}
