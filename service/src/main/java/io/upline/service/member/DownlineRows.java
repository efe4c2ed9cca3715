package io.upline.service.member;

import io.upline.engine.genealogy.DownlinePage;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Member;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// A flat downline in its three forms. The streams go page by page, so that they need no memory of what they wrote.
final class DownlineRows {
    private static final int STREAM_PAGE_MEMBERS = 1_000;

    private DownlineRows() {}

    /// How a stream of members is written.
    @FunctionalInterface
    interface Form {
        void write(Genealogy tree, int member, int after, OutputStream out) throws IOException;
    }

    static byte[] page(Genealogy tree, DownlinePage page, String list) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (int i = 0; i < page.size(); i++) {
                json.writeStartObject();
                MemberJson.fields(json, tree, tree.member(page.member(i)));
                json.writeEndObject();
            }
            json.writeEndArray();
            if (page.next() == Genealogy.NONE) {
                json.writeNullField("next");
            } else {
                json.writeStringField(
                        "next", Cursor.after(list, tree.userId(page.next()).toString()));
            }
            json.writeNumberField("as_of_seq", page.asOf());
            json.writeEndObject();
        });
    }

    static void ndjson(Genealogy tree, int member, int after, OutputStream out) throws IOException {
        var json = Json.lines(out);
        eachPage(tree, member, after, page -> {
            for (int i = 0; i < page.size(); i++) {
                json.writeStartObject();
                MemberJson.fields(json, tree, tree.member(page.member(i)));
                json.writeEndObject();
                json.writeRaw('\n');
            }
            json.flush();
        });
    }

    static void csv(Genealogy tree, int member, int after, OutputStream out) throws IOException {
        out.write("user_id,parent_id,sponsor_id,position,level,created_at,downline_count\n"
                .getBytes(StandardCharsets.UTF_8));
        eachPage(tree, member, after, page -> {
            var rows = new StringBuilder();
            for (int i = 0; i < page.size(); i++) {
                row(rows, tree, tree.member(page.member(i)));
            }
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    /// Ids, numbers and times only: nothing that a spreadsheet takes for a formula, and nothing to quote.
    private static void row(StringBuilder rows, Genealogy tree, Member member) {
        rows.append(member.userId()).append(',');
        rows.append(text(MemberJson.idOf(tree, member.parent()))).append(',');
        rows.append(text(MemberJson.idOf(tree, member.sponsor()))).append(',');
        rows.append(member.position()).append(',').append(member.level()).append(',');
        rows.append(Json.time(member.joinedAtMicros()))
                .append(',')
                .append(member.downline())
                .append('\n');
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    private interface PageWriting {
        void write(DownlinePage page) throws IOException;
    }

    private static void eachPage(Genealogy tree, int member, int after, PageWriting writing) throws IOException {
        var last = after;
        do {
            var page = tree.page(member, last, STREAM_PAGE_MEMBERS);
            writing.write(page);
            last = page.next();
        } while (last != Genealogy.NONE);
    }
}
