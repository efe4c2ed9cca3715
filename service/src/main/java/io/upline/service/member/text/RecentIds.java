package io.upline.service.member.text;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ids that the rows of a list name: most name a parent and a sponsor who stand in it themselves, or whom the
/// row before named. Each member has one place, which the latest keeps.
public final class RecentIds {
    private static final int MAX_PLACES = 1_024;

    private final Genealogy tree;
    private final int[] members;
    private final @Nullable UUID[] ids;

    /// Knows the members of a list, or the last of a long one. O(members).
    RecentIds(Genealogy tree, List<Member> list) {
        var places = Math.min(Integer.highestOneBit(list.size() | 1) * 2, MAX_PLACES);
        this.tree = tree;
        this.members = new int[places];
        this.ids = new UUID[places];
        Arrays.fill(members, Genealogy.NONE);
        for (var member : list) {
            keep(member.index(), member.userId());
        }
    }

    /// The id of a member of the tree; null for [Genealogy#NONE]. O(1).
    public @Nullable UUID of(int member) {
        if (member == Genealogy.NONE) {
            return null;
        }
        var place = member & (members.length - 1);
        return members[place] == member ? ids[place] : keep(member, tree.userId(member));
    }

    private UUID keep(int member, UUID id) {
        var place = member & (members.length - 1);
        members[place] = member;
        ids[place] = id;
        return id;
    }
}
