package io.upline.engine.genealogy;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.NetworkArrays;
import io.upline.engine.genealogy.arrays.UserIds;
import io.upline.engine.genealogy.check.Findings;
import io.upline.engine.genealogy.check.ForestCheck;
import io.upline.engine.genealogy.check.MatrixCheck;
import io.upline.engine.genealogy.check.SponsorOrderCheck;
import java.util.List;

/// Proves a genealogy sound: links, order of children, levels, counts, heights, open slots and ids, drafts
/// included. It belongs to the writer's thread, or to a network that nobody writes to.
public final class GenealogyCheck {
    private GenealogyCheck() {}

    /// What is wrong, as sentences that name members by their ids; an empty list when all is sound. O(members), with
    /// about 20 bytes per member for a while.
    public static List<String> of(Genealogy genealogy) {
        NetworkArrays network = genealogy.network();
        int members = genealogy.writer().members();
        int visible = network.visible();
        Findings findings = new Findings(member -> "user " + network.userIds().userId(member));
        Forest links = network.placement().links();
        int[] order = new ForestCheck(links, "placement", members, visible, findings).run();
        new ForestCheck(network.sponsors().links(), "sponsor", members, visible, findings).run();
        if (order.length == members) {
            new MatrixCheck(network.placement(), network.width(), visible, findings).run(order);
        }
        new SponsorOrderCheck(network.sponsors(), members, findings).run();
        checkUserIds(network.userIds(), members, findings);
        return findings.sentences();
    }

    private static void checkUserIds(UserIds userIds, int members, Findings findings) {
        for (int member = 0; member < members; member++) {
            if (userIds.find(userIds.userId(member)) != member) {
                findings.add(member, "is not found by its id");
            }
        }
    }
}
