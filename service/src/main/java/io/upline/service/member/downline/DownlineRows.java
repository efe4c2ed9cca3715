package io.upline.service.member.downline;

import io.upline.engine.genealogy.DownlinePage;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.engine.genealogy.PageEnd;
import io.upline.service.member.text.MemberJson;
import io.upline.service.member.text.MemberList;
import io.upline.service.member.text.RecentIds;
import io.upline.service.platform.http.json.AsciiText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A flat downline in its three forms. The streams go page by page, so that they need no memory of what they wrote.
/// The members of one page are all as of one moment.
final class DownlineRows {
    private static final int STREAM_PAGE_MEMBERS = 1_000;

    private static final byte[] HEADER = AsciiText.constant(
            "user_id,parent_id,sponsor_id,position,level,created_at,downline_count,updated_at,suspended\n");

    private final Genealogy tree;
    private final int top;

    /// The downline of `top`.
    DownlineRows(Genealogy tree, int top) {
        this.tree = tree;
        this.top = top;
    }

    /// A page and its members, to be written when the writer no longer waits.
    record Rows(DownlinePage page, MemberList members) {}

    private interface Writing {
        byte[] text(MemberList members);
    }

    /// A JSON document a line.
    void ndjson(Optional<PageEnd> after, OutputStream out) throws IOException {
        stream(after, DownlineRows::lines, out);
    }

    /// CSV with a header line.
    void csv(Optional<PageEnd> after, OutputStream out) throws IOException {
        out.write(HEADER);
        stream(after, DownlineRows::csv, out);
    }

    private void stream(Optional<PageEnd> after, Writing writing, OutputStream out) throws IOException {
        var last = after;
        do {
            var rows = read(last, STREAM_PAGE_MEMBERS);
            out.write(writing.text(rows.members));
            out.flush();
            last = rows.page.next();
        } while (last.isPresent());
    }

    /// A page. O(limit).
    Rows read(Optional<PageEnd> after, int limit) {
        return tree.steadily(() -> {
            var page = after.isPresent() ? tree.page(top, after.get(), limit) : tree.page(top, limit);
            return new Rows(page, MemberList.read(tree, page.size(), page::member));
        });
    }

    /// A page as a JSON document.
    byte[] json(Rows rows) {
        var next = rows.page.next().map(end -> DownlineCursor.of(tree, top, end));
        return rows.members.page(next, rows.page.asOf());
    }

    private static byte[] lines(MemberList list) {
        var text = list.text();
        var ids = list.ids();
        for (var member : list.members()) {
            MemberJson.fields(text.add('{'), ids, member);
            text.add('}').add('\n');
        }
        return text.bytes();
    }

    private static byte[] csv(MemberList list) {
        var text = list.text();
        var ids = list.ids();
        for (var member : list.members()) {
            row(text, ids, member);
        }
        return text.bytes();
    }

    /// Ids, numbers and times only: nothing that a spreadsheet takes for a formula, and nothing to quote.
    private static void row(AsciiText rows, RecentIds ids, Member member) {
        rows.add(member.userId()).add(',');
        id(rows, ids.of(member.parent()));
        id(rows, ids.of(member.sponsor()));
        rows.add(member.position()).add(',').add(member.level()).add(',');
        rows.addTime(member.joinedAtMicros()).add(',');
        rows.add(member.downline()).add(',');
        if (member.updatedAtMicros() != Member.NEVER) {
            rows.addTime(member.updatedAtMicros());
        }
        rows.add(',').add(member.suspended()).add('\n');
    }

    private static void id(AsciiText rows, @Nullable UUID id) {
        if (id != null) {
            rows.add(id);
        }
        rows.add(',');
    }
}
