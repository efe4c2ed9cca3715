package io.upline.service.member;

import io.restassured.response.ValidatableResponse;
import io.upline.service.openapi.Documented;

/// Changes of members, as clients ask for them.
public final class Changing {
    private static final String MOVE = "/mlm/members/{user_id}/move";
    private static final String SUSPEND = "/mlm/members/{user_id}/suspend";
    private static final String REINSTATE = "/mlm/members/{user_id}/reinstate";

    private Changing() {}

    /// Another place: the leftmost that is free.
    public static ValidatableResponse moveBelow(String member, String parent) {
        return move(member, "\"parent_id\": \"%s\"".formatted(parent));
    }

    /// Another place.
    public static ValidatableResponse moveTo(String member, String parent, int position) {
        return move(member, "\"parent_id\": \"%s\", \"position\": %d".formatted(parent, position));
    }

    /// Another sponsor.
    public static ValidatableResponse giveSponsor(String member, String sponsor) {
        return move(member, "\"sponsor_id\": \"%s\"".formatted(sponsor));
    }

    /// A move with these fields and a reason.
    public static ValidatableResponse move(String member, String fields) {
        return Documented.post(MOVE, member, "{%s, \"reason\": \"moved by a test\"}".formatted(fields));
    }

    /// With a reason.
    public static ValidatableResponse suspend(String member) {
        return Documented.post(SUSPEND, member, "{\"reason\": \"suspended by a test\"}");
    }

    /// With a reason.
    public static ValidatableResponse reinstate(String member) {
        return Documented.post(REINSTATE, member, "{\"reason\": \"reinstated by a test\"}");
    }
}
