package io.upline.engine.genealogy.change;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.SponsorTree;
import io.upline.engine.genealogy.arrays.WriteHold;

/// A member's change to another sponsor, together with everybody below in the sponsor tree. The member becomes the
/// latest of those whom the new one sponsored. Ancestors are counted as in a [Relocation].
public final class Responsoring {
    private final NetworkArrays network;
    private final SponsorTree sponsors;
    private final int member;
    private final int sponsor;

    /// A change of `member` to `sponsor`, who is neither the member nor below it.
    public Responsoring(NetworkArrays network, int member, int sponsor) {
        this.network = network;
        this.sponsors = network.sponsors();
        this.member = member;
        this.sponsor = sponsor;
    }

    /// Changes the sponsor. O(steps up); nobody waits for more than about a thousand members of it.
    public void run(long atMicros, long asOf) {
        Forest links = sponsors.links();
        int from = links.parent(member);
        Detour detour = Detour.of(links, from, sponsor);
        int members = links.descendants(member) + 1;
        try (WriteHold hold = new WriteHold(network.sections())) {
            detour.join(members, hold);
            network.change(member, atMicros, asOf, () -> {
                sponsors.relink(member, sponsor, network.visible());
                links.discountChild(from);
                links.countChild(sponsor);
            });
            detour.leave(members, hold);
        }
    }
}
