package io.upline.service.member;

import io.upline.engine.genealogy.DownlinePage;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.engine.genealogy.PageEnd;
import io.upline.service.platform.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A flat downline in its three forms. The streams go page by page, so that they need no memory of what they wrote.
/// The members of one page are all as of one moment.
final class DownlineRows {
    private static final int STREAM_PAGE_MEMBERS = 1_000;

    private final Genealogy tree;
    private final int top;

    /// The downline of `top`.
    DownlineRows(Genealogy tree, int top) {
        this.tree = tree;
        this.top = top;
    }

    /// A page and its members, to be written when the writer no longer waits.
    record Rows(DownlinePage page, List<Member> members) {}

    private interface Writing {
        byte[] text(Rows rows);
    }

    /// A JSON document a line.
    void ndjson(Optional<PageEnd> after, OutputStream out) throws IOException {
        stream(after, this::lines, out);
    }

    /// CSV with a header line.
    void csv(Optional<PageEnd> after, OutputStream out) throws IOException {
        out.write("user_id,parent_id,sponsor_id,position,level,created_at,downline_count,updated_at,suspended\n"
                .getBytes(StandardCharsets.UTF_8));
        stream(after, this::csv, out);
    }

    private void stream(Optional<PageEnd> after, Writing writing, OutputStream out) throws IOException {
        var last = after;
        do {
            var rows = read(last, STREAM_PAGE_MEMBERS);
            out.write(writing.text(rows));
            out.flush();
            last = rows.page.next();
        } while (last.isPresent());
    }

    /// A page. O(limit).
    Rows read(Optional<PageEnd> after, int limit) {
        return tree.steadily(() -> {
            var page = after.map(end -> tree.page(top, end, limit)).orElseGet(() -> tree.page(top, limit));
            return new Rows(
                    page, Arrays.stream(page.members()).mapToObj(tree::member).toList());
        });
    }

    /// A page as a JSON document.
    byte[] json(Rows rows) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (var member : rows.members) {
                json.writeStartObject();
                MemberJson.fields(json, tree, member);
                json.writeEndObject();
            }
            json.writeEndArray();
            var next = rows.page.next();
            if (next.isPresent()) {
                json.writeStringField("next", DownlineCursor.of(tree, top, next.get()));
            } else {
                json.writeNullField("next");
            }
            json.writeNumberField("as_of_seq", rows.page.asOf());
            json.writeEndObject();
        });
    }

    private byte[] lines(Rows rows) {
        return Json.lines(json -> {
            for (var member : rows.members) {
                json.writeStartObject();
                MemberJson.fields(json, tree, member);
                json.writeEndObject();
                json.writeRaw('\n');
            }
        });
    }

    private byte[] csv(Rows rows) {
        var text = new StringBuilder();
        for (var member : rows.members) {
            row(text, member);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Ids, numbers and times only: nothing that a spreadsheet takes for a formula, and nothing to quote.
    private void row(StringBuilder rows, Member member) {
        rows.append(member.userId()).append(',');
        rows.append(text(MemberJson.idOf(tree, member.parent()))).append(',');
        rows.append(text(MemberJson.idOf(tree, member.sponsor()))).append(',');
        rows.append(member.position()).append(',').append(member.level()).append(',');
        rows.append(Json.time(member.joinedAtMicros())).append(',');
        rows.append(member.downline()).append(',');
        if (member.updatedAtMicros() != Member.NEVER) {
            rows.append(Json.time(member.updatedAtMicros()));
        }
        rows.append(',').append(member.suspended()).append('\n');
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }
}
