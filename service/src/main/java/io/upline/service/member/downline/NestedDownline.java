package io.upline.service.member.downline;

import io.upline.engine.genealogy.DownlineTree;
import io.upline.engine.genealogy.Member;
import io.upline.service.member.text.MemberJson;
import io.upline.service.member.text.MemberList;
import io.upline.service.member.text.RecentIds;
import io.upline.service.network.Located;
import io.upline.service.platform.http.json.AsciiText;

/// A downline as nested JSON, written with a stack of its own: a network may be deeper than a thread's.
///
/// @param members those of the entries, as of the same moment
record NestedDownline(DownlineTree downline, MemberList members) {
    private static final byte[] CHILDREN = AsciiText.constant(",\"children\":[");
    private static final byte[] CLOSE = AsciiText.constant("]}");

    /// Reads all that is written later, when the writer no longer waits. O(members).
    static NestedDownline read(Located at, int maxDepth, int maxMembers) {
        var tree = at.tree();
        return tree.steadily(() -> {
            var downline = tree.downline(at.member(), maxDepth, maxMembers);
            return new NestedDownline(downline, MemberList.read(tree, downline.size(), downline::member));
        });
    }

    byte[] json() {
        var text = members.text().add('[');
        write(text);
        return text.add(']').bytes();
    }

    /// Depth first over entries that lie breadth first. The stack holds, for each open level, the next sibling to
    /// write and the end of the siblings.
    private void write(AsciiText json) {
        var ids = members.ids();
        var next = new int[downline.levels() + 1];
        var end = new int[downline.levels() + 1];
        end[0] = downline.frontline();
        var depth = 0;
        var isFirst = true;
        while (depth >= 0) {
            if (next[depth] < end[depth]) {
                var offset = next[depth]++;
                open(isFirst ? json : json.add(','), ids, members.members().get(offset));
                isFirst = true;
                depth++;
                next[depth] = downline.firstChild(offset);
                end[depth] = next[depth] + downline.children(offset);
            } else {
                depth--;
                if (depth >= 0) {
                    json.add(CLOSE);
                    isFirst = false;
                }
            }
        }
    }

    private static void open(AsciiText json, RecentIds ids, Member member) {
        MemberJson.fields(json.add('{'), ids, member);
        json.add(CHILDREN);
    }
}
