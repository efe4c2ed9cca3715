package io.upline.service.member;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Leg;
import io.upline.service.platform.http.json.AsciiText;
import java.util.List;

/// The legs of a member as a list: `{"items": […], "next": null, "as_of_seq": …}`.
final class LegsJson {
    private static final int LEG_BYTES = 100;

    private static final byte[] ITEMS = AsciiText.constant("{\"items\":[");
    private static final byte[] USER_ID = AsciiText.constant("{\"user_id\":\"");
    private static final byte[] POSITION = AsciiText.constant("\",\"position\":");
    private static final byte[] SIZE = AsciiText.constant(",\"leg_size\":");
    private static final byte[] SEQ = AsciiText.constant("],\"next\":null,\"as_of_seq\":");

    private LegsJson() {}

    static byte[] bytes(Genealogy tree, List<Leg> legs, long asOf) {
        var json = new AsciiText((legs.size() + 1) * LEG_BYTES).add(ITEMS);
        for (int i = 0; i < legs.size(); i++) {
            if (i > 0) {
                json.add(',');
            }
            var leg = legs.get(i);
            json.add(USER_ID).add(tree.userId(leg.child()));
            json.add(POSITION).add(leg.position());
            json.add(SIZE).add(leg.size()).add('}');
        }
        return json.add(SEQ).add(asOf).add('}').bytes();
    }
}
