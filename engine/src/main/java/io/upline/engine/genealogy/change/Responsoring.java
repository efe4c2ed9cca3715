package io.upline.engine.genealogy.change;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.SponsorTree;
import io.upline.engine.genealogy.arrays.WriteHold;

/// A member's change to another sponsor, together with everybody below in the sponsor tree. The member becomes the
/// latest of those whom the new one sponsored.
final class Responsoring implements TreePart {
    private final NetworkArrays network;
    private final SponsorTree sponsors;
    private final Forest links;
    private final int member;
    private final int from;
    private final int sponsor;
    private final Detour detour;

    /// A change of `member` to `sponsor`, who is neither the member nor below it. O(steps up).
    Responsoring(NetworkArrays network, int member, int sponsor) {
        this.network = network;
        this.sponsors = network.sponsors();
        this.links = sponsors.links();
        this.member = member;
        this.from = links.parent(member);
        this.sponsor = sponsor;
        this.detour = Detour.of(links, from, sponsor);
    }

    @Override
    public void prepare() {}

    @Override
    public void join(WriteHold hold) {
        detour.join(members(), hold);
    }

    @Override
    public void relink() {
        sponsors.relink(member, sponsor, network.visible());
        links.discountChild(from);
        links.countChild(sponsor);
    }

    @Override
    public void leave(WriteHold hold) {
        detour.leave(members(), hold);
    }

    @Override
    public void settle() {}

    private int members() {
        return links.descendants(member) + 1;
    }
}
