package io.upline.engine.genealogy.check;

import io.upline.engine.genealogy.arrays.Forest;
import io.upline.engine.genealogy.arrays.SponsorTree;
import io.upline.engine.genealogy.arrays.SponsorTree.Turn;
import java.util.Optional;

/// Checks that everybody is listed after those who became their sponsor's before, and that each knows the next one.
/// O(members).
public final class SponsorOrderCheck {
    private final SponsorTree sponsors;
    private final Forest links;
    private final int members;
    private final Findings findings;

    /// A check of `members` members.
    public SponsorOrderCheck(SponsorTree sponsors, int members, Findings findings) {
        this.sponsors = sponsors;
        this.links = sponsors.links();
        this.members = members;
        this.findings = findings;
    }

    /// Checks everything.
    public void run() {
        for (int member = 0; member < members; member++) {
            checkNext(member);
            int previous = links.previousSibling(member);
            if (previous != Forest.NONE && !isBefore(previous, member)) {
                findings.add(member, "is listed after a later one of its sponsor");
            }
        }
    }

    private void checkNext(int member) {
        int next = sponsors.nextSibling(member);
        int sponsor = links.parent(member);
        boolean isLast = sponsor == Forest.NONE || links.lastChild(sponsor) == member;
        if (isLast ? next != Forest.NONE : next == Forest.NONE || links.previousSibling(next) != member) {
            findings.add(member, "does not know the next one of its sponsor");
        }
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
