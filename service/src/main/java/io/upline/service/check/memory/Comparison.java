package io.upline.service.check.memory;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.stored.StoredMember;
import io.upline.service.platform.http.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is stored of members, beside what memory has of them.
final class Comparison {
    private final Genealogy tree;
    private final List<String> findings = new ArrayList<>();

    private Comparison(Genealogy tree) {
        this.tree = tree;
    }

    /// Whether memory has a member exactly as stored. O(1).
    static boolean isSame(StoredMember stored, Genealogy tree) {
        return stored.index() < tree.members() && isSame(stored, tree.member(stored.index()));
    }

    private static boolean isSame(StoredMember stored, Member member) {
        return stored.userId().equals(member.userId())
                && stored.sponsor() == member.sponsor()
                && stored.parent() == member.parent()
                && stored.position() == member.position()
                && stored.joinedAtMicros() == member.joinedAtMicros()
                && stored.updatedAtMicros() == member.updatedAtMicros()
                && stored.suspended() == member.suspended();
    }

    /// How members differ, as sentences.
    ///
    /// @param indexes the members
    /// @param stored those of them that are stored
    static List<String> of(int[] indexes, List<StoredMember> stored, Genealogy tree) {
        Map<Integer, StoredMember> byIndex = HashMap.newHashMap(stored.size());
        stored.forEach(member -> byIndex.put(member.index(), member));
        var comparison = new Comparison(tree);
        for (var index : indexes) {
            var member = byIndex.get(index);
            if (member == null) {
                comparison.missingInDatabase(index);
            } else if (index >= tree.members()) {
                comparison.add("User %s is member number %d in the database, and not in memory."
                        .formatted(member.userId(), index + 1));
            } else {
                comparison.compare(member, tree.member(index));
            }
        }
        return comparison.findings;
    }

    private void missingInDatabase(int index) {
        if (index < tree.members()) {
            add("User %s is member number %d in memory, and not in the database."
                    .formatted(tree.userId(index), index + 1));
        }
    }

    private void compare(StoredMember stored, Member member) {
        if (!stored.userId().equals(member.userId())) {
            add("Member number %d is user %s in memory, and user %s in the database."
                    .formatted(stored.index() + 1, member.userId(), stored.userId()));
        }
        if (stored.parent() != member.parent() || stored.position() != member.position()) {
            var inMemory = place(member.parent(), member.position());
            differ(stored, "stands %s", inMemory, place(stored.parent(), stored.position()));
        }
        if (stored.sponsor() != member.sponsor()) {
            differ(stored, "was sponsored by %s", name(member.sponsor()), "by " + name(stored.sponsor()));
        }
        if (stored.joinedAtMicros() != member.joinedAtMicros()) {
            differ(stored, "joined %s", time(member.joinedAtMicros()), time(stored.joinedAtMicros()));
        }
        if (stored.updatedAtMicros() != member.updatedAtMicros()) {
            differ(stored, "was changed %s", time(member.updatedAtMicros()), time(stored.updatedAtMicros()));
        }
        if (stored.suspended() != member.suspended()) {
            differ(stored, "is %s", standing(member.suspended()), standing(stored.suspended()));
        }
    }

    private void differ(StoredMember stored, String what, String inMemory, String inDatabase) {
        add("User %s %s in memory, and %s in the database."
                .formatted(stored.userId(), what.formatted(inMemory), inDatabase));
    }

    private static String time(long micros) {
        return micros == Member.NEVER ? "never" : "at " + Json.time(micros);
    }

    private static String standing(boolean suspended) {
        return suspended ? "suspended" : "not suspended";
    }

    private String place(int parent, int position) {
        return parent == Genealogy.NONE ? "under nobody" : "under %s at position %d".formatted(name(parent), position);
    }

    private String name(int member) {
        if (member == Genealogy.NONE) {
            return "nobody";
        }
        return member < tree.members() ? tree.userId(member).toString() : "member number " + (member + 1);
    }

    private void add(String sentence) {
        findings.add(sentence);
    }
}
