package io.upline.service.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.platform.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Requests about adjustments, and what they came to in the ledger.
final class Adjustments {
    static final Map<String, String> ASKER = Calls.person(Calls.ADMIN);
    static final Map<String, String> OTHER = Calls.person(Calls.OTHER_ADMIN);
    static final Map<String, String> KEY = Calls.service(Role.ADMIN);

    private Adjustments() {}

    static String body(UUID member, String kind, String amount) {
        return body(member, kind, amount, "");
    }

    /// @param more further fields, beginning with a comma
    static String body(UUID member, String kind, String amount, String more) {
        return "{\"user_id\": \"%s\", \"kind\": \"%s\", \"amount\": %s, \"reason\": \"a test\"%s}"
                .formatted(member, kind, amount, more);
    }

    static ValidatableResponse ask(Map<String, String> caller, String body) {
        return Calls.post(caller, "/mlm/adjustments", body).then();
    }

    /// The id of one that waits.
    static String waiting(Map<String, String> asker, UUID member, String kind) {
        return ask(asker, body(member, kind, "50.01")).statusCode(200).extract().path("id");
    }

    static ValidatableResponse approve(Map<String, String> caller, String id) {
        return Calls.post(caller, "/mlm/adjustments/%s/approve".formatted(id), "null")
                .then();
    }

    static ValidatableResponse decline(Map<String, String> caller, String id) {
        return Calls.post(caller, "/mlm/adjustments/%s/decline".formatted(id), "null")
                .then();
    }

    /// What moved to or from a member, in order.
    static List<String> postings(Database database, UUID member) {
        return database.transaction(connection -> {
            try (var select = connection.prepareStatement("""
                    SELECT concat_ws(' ', kind, from_account, to_account, round(posting.amount, 2), currency)
                    FROM posting JOIN member ON number IN (from_member, to_member)
                    WHERE user_id = ? ORDER BY posting.id
                    """)) {
                select.setObject(1, member);
                try (var rows = select.executeQuery()) {
                    var postings = new ArrayList<String>();
                    while (rows.next()) {
                        postings.add(rows.getString(1));
                    }
                    return postings;
                }
            }
        });
    }

    /// The service's check of itself, where callers say who they are.
    static void assertClean() {
        assertThat(Calls.get(Calls.service(Role.AUDITOR), "/mlm/check")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("findings", String.class))
                .isEmpty();
    }
}
