package io.upline.engine.genealogy.change;

import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.WriteHold;
import java.util.List;

/// A member's change to another place, to another sponsor, or to both at once, together with everybody below.
///
/// Readers never see half of it: whatever takes long is prepared aside, and then one short hold of the write lock
/// links the member elsewhere, in both trees, and shows that. The ancestors are counted in slices, those who gain
/// before the change and those who lose after it: for that moment some count the member who don't have it, and
/// nobody misses it.
public final class Rearrangement {
    private final NetworkArrays network;
    private final int member;
    private final List<TreePart> parts;

    private Rearrangement(NetworkArrays network, int member, TreePart... parts) {
        this.network = network;
        this.member = member;
        this.parts = List.of(parts);
    }

    /// A move to a free position under `parent`, who is neither the member nor below it.
    public static Rearrangement ofPlace(NetworkArrays network, int member, int parent, int position) {
        return new Rearrangement(network, member, new Relocation(network, member, parent, position));
    }

    /// A change to `sponsor`, who is neither the member nor below it in the sponsor tree.
    public static Rearrangement ofSponsor(NetworkArrays network, int member, int sponsor) {
        return new Rearrangement(network, member, new Responsoring(network, member, sponsor));
    }

    /// Both at once.
    public static Rearrangement ofBoth(NetworkArrays network, int member, int parent, int position, int sponsor) {
        return new Rearrangement(
                network,
                member,
                new Relocation(network, member, parent, position),
                new Responsoring(network, member, sponsor));
    }

    /// Does it. O(descendants + steps up × width) for a place, O(steps up) for a sponsor; nobody waits for more
    /// than about a thousand members of it.
    public void run(long atMicros, long asOf) {
        parts.forEach(TreePart::prepare);
        try (WriteHold hold = new WriteHold(network.sections())) {
            parts.forEach(part -> part.join(hold));
            network.change(member, atMicros, asOf, () -> parts.forEach(TreePart::relink));
            parts.forEach(part -> part.leave(hold));
        }
        parts.forEach(TreePart::settle);
    }
}
