package io.upline.service.member;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Leg;
import io.upline.service.platform.http.Json;
import java.util.List;

/// The legs of a member as a list: `{"items": […], "next": null, "as_of_seq": …}`.
final class LegsJson {
    private LegsJson() {}

    static byte[] bytes(Genealogy tree, List<Leg> legs, long asOf) {
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
