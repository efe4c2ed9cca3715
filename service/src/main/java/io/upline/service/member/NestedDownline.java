package io.upline.service.member;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.engine.genealogy.DownlineTree;
import io.upline.engine.genealogy.Genealogy;
import io.upline.service.platform.http.Json;
import java.io.IOException;

/// A downline as nested JSON, written with a stack of its own: a network may be deeper than a thread's.
final class NestedDownline {
    private NestedDownline() {}

    static byte[] bytes(Genealogy tree, DownlineTree downline) {
        return Json.bytes(json -> {
            json.writeStartArray();
            write(json, tree, downline);
            json.writeEndArray();
        });
    }

    /// Depth first over entries that lie breadth first. The stack holds, for each open level, the next sibling to write
    /// and the end of the siblings.
    private static void write(JsonGenerator json, Genealogy tree, DownlineTree downline) throws IOException {
        var next = new int[downline.levels() + 1];
        var end = new int[downline.levels() + 1];
        end[0] = downline.frontline();
        var depth = 0;
        while (depth >= 0) {
            if (next[depth] < end[depth]) {
                var offset = next[depth]++;
                open(json, tree, downline, offset);
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

    private static void open(JsonGenerator json, Genealogy tree, DownlineTree downline, int offset) throws IOException {
        json.writeStartObject();
        MemberJson.fields(json, tree, tree.member(downline.member(offset)));
        json.writeArrayFieldStart("children");
    }
}
