package io.upline.service.member;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Line;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.Located;
import io.upline.service.platform.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Some ancestors of a member, nearest first, all as of one moment.
///
/// @param next the cursor of the next page, where there is one
record UplinePage(Genealogy tree, List<Member> ancestors, Optional<String> next, long asOf) {

    /// The page after `cursor`. O(limit) for the first one, O(depth) for the others.
    static UplinePage read(Located at, Line line, UplineCursor cursor, int limit) {
        return at.tree().steadily(() -> readNow(at, line, cursor, limit));
    }

    private static UplinePage readNow(Located at, Line line, UplineCursor cursor, int limit) {
        var tree = at.tree();
        var asOf = tree.asOf();
        var from = cursor.orStart(tree, at.member(), line);
        var oneMore = tree.upline(from.last(), line, limit + 1);
        var shown = Arrays.stream(oneMore).limit(limit).mapToObj(tree::member).toList();
        if (oneMore.length <= limit) {
            return new UplinePage(tree, shown, Optional.empty(), asOf);
        }
        var next = from.after(tree, at.member(), line, oneMore[limit - 1], limit);
        return new UplinePage(tree, shown, Optional.of(next.text(tree, at.member(), line)), asOf);
    }

    /// The page as a list: `{"items": […], "next": …, "as_of_seq": …}`.
    byte[] json() {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (var ancestor : ancestors) {
                json.writeStartObject();
                MemberJson.fields(json, tree, ancestor);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (next.isPresent()) {
                json.writeStringField("next", next.get());
            } else {
                json.writeNullField("next");
            }
            json.writeNumberField("as_of_seq", asOf);
            json.writeEndObject();
        });
    }
}
