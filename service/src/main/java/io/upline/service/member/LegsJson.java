package io.upline.service.member;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Leg;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Json;
import java.util.List;

/// Uplines and legs as lists: `{"items": […], "next": …, "as_of_seq": …}`.
final class UplineJson {
    private UplineJson() {}

    /// A page of an upline.
    ///
    /// @param ancestors one more than fits when there is a next page
    /// @param most how many fit
    static byte[] page(Genealogy tree, int[] ancestors, int most, String list, long asOf) {
        var shown = Math.min(ancestors.length, most);
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (int i = 0; i < shown; i++) {
                json.writeStartObject();
                MemberJson.fields(json, tree, tree.member(ancestors[i]));
                json.writeEndObject();
            }
            json.writeEndArray();
            if (ancestors.length > most) {
                json.writeStringField(
                        "next",
                        Cursor.after(list, tree.userId(ancestors[most - 1]).toString()));
            } else {
                json.writeNullField("next");
            }
            json.writeNumberField("as_of_seq", asOf);
            json.writeEndObject();
        });
    }

    static byte[] legs(Genealogy tree, List<Leg> legs, long asOf) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (var leg : legs) {
                json.writeStartObject();
                json.writeStringField("user_id", tree.userId(leg.child()).toString());
                json.writeNumberField("position", leg.position());
                json.writeNumberField("leg_size", leg.size());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullField("next");
            json.writeNumberField("as_of_seq", asOf);
            json.writeEndObject();
        });
    }
}
