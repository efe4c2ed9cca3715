package io.upline.engine.genealogy.check;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.SponsorTree;
import io.upline.engine.genealogy.arrays.SponsorTree.Turn;
import java.util.Optional;

/// Checks a member of the sponsor tree and those whom the member sponsored: links both ways, order, counts.
public final class SponsorCheck {
    private final SponsorTree sponsors;
    private final Forest links;
    private final Extent extent;
    private final Findings findings;

    /// A check of a whole tree.
    public SponsorCheck(SponsorTree sponsors, Extent extent, Findings findings) {
        this.sponsors = sponsors;
        this.links = sponsors.links();
        this.extent = extent;
        this.findings = findings;
    }

    /// Checks a member. O(sponsored).
    public void check(int member) {
        int sponsor = links.parent(member);
        if (sponsor != Forest.NONE && !extent.mayStandAbove(sponsor, member)) {
            findings.add(member, "has the unknown sponsor %d".formatted(sponsor));
            return;
        }
        checkNext(member, sponsor);
        int previous = links.previousSibling(member);
        if (extent.contains(previous) && !isBefore(previous, member)) {
            findings.add(member, "is listed after a later one of its sponsor");
        }
        checkSponsored(member);
    }

    /// Whoever is the last one of the sponsor, or known to the next one, is listed: the order leaves no circles.
    private void checkNext(int member, int sponsor) {
        int next = sponsors.nextSibling(member);
        boolean isLast = sponsor == Forest.NONE || links.lastChild(sponsor) == member;
        boolean isKnown = isLast
                ? next == Forest.NONE
                : extent.contains(next) && links.previousSibling(next) == member && links.parent(next) == sponsor;
        if (!isKnown) {
            findings.add(member, "does not know the next one of its sponsor");
        }
    }

    private void checkSponsored(int member) {
        int children = 0;
        int descendants = 0;
        int steps = 0;
        for (int child = links.lastChild(member); child != Forest.NONE; child = links.previousSibling(child)) {
            if (!extent.contains(child) || links.parent(child) != member || steps++ == extent.members()) {
                findings.add(member, "is not the sponsor of number %d of those who are listed".formatted(steps));
                return;
            }
            if (extent.isVisible(child)) {
                children++;
                descendants += links.descendants(child) + 1;
            }
        }
        findings.expect("number of sponsored members", member, children, links.children(member));
        findings.expect("number of descendants in the sponsor tree", member, descendants, links.descendants(member));
    }

    /// Somebody who got another sponsor when there were n members comes after the n-th birth and before the next
    /// one.
    private boolean isBefore(int first, int second) {
        Optional<Turn> firstTurn = sponsors.turn(first);
        Optional<Turn> secondTurn = sponsors.turn(second);
        if (firstTurn.isPresent() && secondTurn.isPresent()) {
            return firstTurn.get().number() < secondTurn.get().number();
        }
        if (firstTurn.isPresent()) {
            return firstTurn.get().membersBefore() <= second;
        }
        return secondTurn.map(turn -> first < turn.membersBefore()).orElse(first < second);
    }
}
