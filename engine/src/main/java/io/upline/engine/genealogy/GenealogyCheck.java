package io.upline.engine.genealogy;

import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.UserIds;
import io.upline.engine.genealogy.check.Extent;
import io.upline.engine.genealogy.check.Findings;
import io.upline.engine.genealogy.check.PlacementCheck;
import io.upline.engine.genealogy.check.SponsorCheck;
import java.util.List;

/// Proves a genealogy sound: links, order of children, levels, counts, heights, open slots and ids, drafts
/// included. It belongs to the writer's thread, or to a network that nobody writes to.
public final class GenealogyCheck {
    private GenealogyCheck() {}

    /// What is wrong, as sentences that name members by their ids; an empty list when all is sound. O(members).
    public static List<String> of(Genealogy genealogy) {
        return of(genealogy, 0, genealogy.writer().members());
    }

    /// What is wrong with some members: each is held against its parent, its sponsor and those right below. So all
    /// can be looked at in turns, between which the network changes. O(members looked at, and whom they sponsored).
    ///
    /// @param from the first member
    /// @param until the end, which is not looked at; members that are not there yet are passed over
    public static List<String> of(Genealogy genealogy, int from, int until) {
        NetworkArrays network = genealogy.network();
        Extent extent = new Extent(genealogy.writer().members(), network.visible());
        Findings findings = new Findings(member -> "user " + network.userIds().userId(member));
        PlacementCheck placement = new PlacementCheck(network.placement(), network.width(), extent, findings);
        SponsorCheck sponsors = new SponsorCheck(network.sponsors(), extent, findings);
        for (int member = from; member < Math.min(until, extent.members()); member++) {
            placement.check(member);
            sponsors.check(member);
            checkUserId(network.userIds(), member, findings);
        }
        return findings.sentences();
    }

    private static void checkUserId(UserIds userIds, int member, Findings findings) {
        if (userIds.find(userIds.userId(member)) != member) {
            findings.add(member, "is not found by its id");
        }
    }
}
