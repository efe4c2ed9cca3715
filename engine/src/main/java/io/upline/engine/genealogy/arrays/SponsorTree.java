package io.upline.engine.genealogy.arrays;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The sponsor tree: a [Forest] whose children stand in the order in which they became the sponsor's. Each knows
/// the next one too, so that any of them leaves without a search, however many there are.
public final class SponsorTree {
    private static final int NEXT = 0;
    private static final int FIRST_LINK = 1;
    private static final int FIELDS = FIRST_LINK + Forest.FIELDS;

    private final IntRecords records = new IntRecords(FIELDS);
    private final Forest links = new Forest(records, FIRST_LINK);
    /// For the members who got another sponsor; known to the writer only.
    private final Map<Integer, Turn> turns = new HashMap<>();

    private int turnsTaken;

    /// When a member got another sponsor.
    ///
    /// @param membersBefore how many had been born before that
    /// @param number its place among all changes of sponsors, from 1
    public record Turn(int membersBefore, int number) {}

    /// Who was sponsored by whom.
    public Forest links() {
        return links;
    }

    /// The one who became the sponsor's after `member`, drafts included, or [Forest#NONE].
    public int nextSibling(int member) {
        return records.get(member, NEXT);
    }

    /// When the member got another sponsor than at birth, for the last time; empty when that never happened. Only
    /// for the writer.
    public Optional<Turn> turn(int member) {
        return Optional.ofNullable(turns.get(member));
    }

    /// Adds the next member, not yet among those of the sponsor. O(1).
    public void add(int member, int sponsor) {
        links.add(member, sponsor);
        records.set(member, NEXT, Forest.NONE);
    }

    /// Makes a member the last one of its sponsor. O(1).
    public void append(int member) {
        int sponsor = links.parent(member);
        if (sponsor == Forest.NONE) {
            return;
        }
        int last = links.lastChild(sponsor);
        links.append(member);
        records.set(member, NEXT, Forest.NONE);
        if (last != Forest.NONE) {
            records.set(last, NEXT, member);
        }
    }

    /// Takes a member away from its sponsor. O(1).
    public void unlink(int member) {
        int next = nextSibling(member);
        int previous = links.previousSibling(member);
        if (next == Forest.NONE) {
            links.unlinkLast(member);
        } else {
            links.unlinkBefore(next, member);
        }
        if (previous != Forest.NONE) {
            records.set(previous, NEXT, next);
        }
    }

    /// Makes a member the last one of another sponsor, or of the same. O(1).
    public void relink(int member, int sponsor, int membersBefore) {
        unlink(member);
        links.changeParent(member, sponsor);
        append(member);
        noteTurn(member, membersBefore);
    }

    /// Notes that a member got another sponsor when so many had been born. O(1).
    public void noteTurn(int member, int membersBefore) {
        turns.put(member, new Turn(membersBefore, ++turnsTaken));
    }

    /// Computes every figure from the links, after linking all members. O(members).
    ///
    /// @throws IllegalArgumentException when members stand in a circle
    public void settle(int members) {
        links.settle(members, member -> {}, member -> {});
    }
}
