package io.upline.service.member;

import io.upline.engine.genealogy.Line;
import io.upline.service.member.text.MemberList;
import io.upline.service.network.Located;
import java.util.Optional;

/// Some ancestors of a member, nearest first, all as of one moment.
///
/// @param next the cursor of the next page, where there is one
record UplinePage(MemberList ancestors, Optional<String> next, long asOf) {

    /// The page after `cursor`. O(limit) for the first one, O(depth) for the others.
    static UplinePage read(Located at, Line line, UplineCursor cursor, int limit) {
        return at.tree().steadily(() -> readNow(at, line, cursor, limit));
    }

    private static UplinePage readNow(Located at, Line line, UplineCursor cursor, int limit) {
        var tree = at.tree();
        var asOf = tree.asOf();
        var from = cursor.orStart(tree, at.member(), line);
        var oneMore = tree.upline(from.last(), line, limit + 1);
        var shown = MemberList.read(tree, Math.min(oneMore.length, limit), i -> oneMore[i]);
        if (oneMore.length <= limit) {
            return new UplinePage(shown, Optional.empty(), asOf);
        }
        var next = from.after(tree, at.member(), line, oneMore[limit - 1], limit);
        return new UplinePage(shown, Optional.of(next.text(tree, at.member(), line)), asOf);
    }

    byte[] json() {
        return ancestors.page(next, asOf);
    }

    /// For a member, to whom what the ancestors have is no business.
    byte[] jsonOfIds() {
        return ancestors.pageOfIds(next, asOf);
    }
}
