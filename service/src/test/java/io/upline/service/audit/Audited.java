package io.upline.service.audit;

import io.restassured.path.json.JsonPath;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import java.util.List;

/// The audit as an auditor reads it.
final class Audited {
    private Audited() {}

    /// The newest entries that the query asks for.
    ///
    /// @param query such as `act=moved`
    static JsonPath list(String query) {
        return Calls.get(Calls.service(Role.AUDITOR), "/mlm/audit?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// The number of the last entry.
    static int last() {
        return list("limit=1").getInt("items[0].sealed");
    }

    /// What was done with a key after an entry.
    static List<String> actsSince(int entry, String key) {
        return list("limit=10&by=" + key).getList("items.findAll { it.sealed > %d }.act".formatted(entry));
    }
}
