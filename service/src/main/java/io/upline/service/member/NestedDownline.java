package io.upline.service.member;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.engine.genealogy.DownlineTree;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.Located;
import io.upline.service.platform.http.Json;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/// A downline as nested JSON, written with a stack of its own: a network may be deeper than a thread's.
///
/// @param members those of the entries, as of the same moment
record NestedDownline(Genealogy tree, DownlineTree downline, List<Member> members) {

    /// Reads all that is written later, when the writer no longer waits. O(members).
    static NestedDownline read(Located at, int maxDepth, int maxMembers) {
        var tree = at.tree();
        return tree.steadily(() -> {
            var downline = tree.downline(at.member(), maxDepth, maxMembers);
            var members = IntStream.range(0, downline.size())
                    .map(downline::member)
                    .mapToObj(tree::member)
                    .toList();
            return new NestedDownline(tree, downline, members);
        });
    }

    byte[] json() {
        return Json.bytes(json -> {
            json.writeStartArray();
            write(json);
            json.writeEndArray();
        });
    }

    /// Depth first over entries that lie breadth first. The stack holds, for each open level, the next sibling to write
    /// and the end of the siblings.
    private void write(JsonGenerator json) throws IOException {
        var next = new int[downline.levels() + 1];
        var end = new int[downline.levels() + 1];
        end[0] = downline.frontline();
        var depth = 0;
        while (depth >= 0) {
            if (next[depth] < end[depth]) {
                var offset = next[depth]++;
                open(json, members.get(offset));
                depth++;
                next[depth] = downline.firstChild(offset);
                end[depth] = next[depth] + downline.children(offset);
            } else {
                depth--;
                if (depth >= 0) {
                    json.writeEndArray();
                    json.writeEndObject();
                }
            }
        }
    }

    private void open(JsonGenerator json, Member member) throws IOException {
        json.writeStartObject();
        MemberJson.fields(json, tree, member);
        json.writeArrayFieldStart("children");
    }
}
