package io.upline.service.member;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// Little networks to read.
public final class Joining {
    private Joining() {}

    /// A new root with `members` below it, all sponsored by the root: level by level, from left to right.
    ///
    /// @return their ids, the root's first
    public static List<String> below(int members) {
        return network(members + 1, List::getFirst);
    }

    /// A new root and a single line of members, each sponsored by the one above.
    ///
    /// @return their ids from the root down, `members` in all
    public static List<String> chain(int members) {
        return network(members, List::getLast);
    }

    private static List<String> network(int members, Function<List<String>, String> sponsor) {
        var ids = new ArrayList<String>();
        var file = new StringBuilder("user_id,sponsor_id,joined_at\n");
        for (int i = 0; i < members; i++) {
            var id = UUID.randomUUID().toString();
            file.append("%s,%s,2020-01-01T00:00:00Z\n".formatted(id, ids.isEmpty() ? "" : sponsor.apply(ids)));
            ids.add(id);
        }
        given().contentType("text/csv")
                .body(file.toString())
                .post("/mlm/members/import")
                .then()
                .statusCode(200)
                .body("registered", equalTo(members));
        return ids;
    }
}
