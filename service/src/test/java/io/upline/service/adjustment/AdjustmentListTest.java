package io.upline.service.adjustment;

import static io.upline.service.adjustment.Adjustments.ASKER;
import static io.upline.service.adjustment.Adjustments.body;
import static io.upline.service.adjustment.Adjustments.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.testing.PostgresResource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
@TestProfile(HeldPlan.class)
class AdjustmentListTest {
    @SuppressWarnings("NullAway.Init")
    private UUID member;

    private String posted = "";
    private String declined = "";
    private String waiting = "";

    @BeforeEach
    void ask() {
        member = Calls.newRoot();
        posted = Adjustments.ask(ASKER, body(member, "credit", "1.00"))
                .statusCode(200)
                .extract()
                .path("id");
        declined = waiting(ASKER, member, "debit");
        waiting = waiting(ASKER, member, "credit");
    }

    @AfterEach
    void everythingAddsUp() {
        Adjustments.assertClean();
    }

    @Test
    void itIsReadNewestFirstByMemberAndByStatus() {
        Adjustments.decline(ASKER, declined).statusCode(200);
        assertThat(ids("user_id=" + member)).containsExactly(waiting, declined, posted);
        assertThat(ids("status=waiting&user_id=" + member)).containsExactly(waiting);
        assertThat(ids("status=posted&user_id=" + member)).containsExactly(posted);
        assertThat(ids("status=declined")).startsWith(declined);
        assertThat(ids("status=&user_id=&limit=2")).containsExactly(waiting, declined);
        assertThat(ids("user_id=" + Calls.newRoot())).isEmpty();
        Calls.get(Calls.service(Role.AUDITOR), "/mlm/adjustments/" + posted)
                .then()
                .statusCode(200)
                .body("id", equalTo(posted));
    }

    @Test
    void itIsReadToItsEndWhileItGrows() {
        var seen = new ArrayList<String>();
        @Nullable String cursor = "";
        do {
            var page = list("limit=1&user_id=%s&cursor=%s".formatted(member, cursor));
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
            waiting(ASKER, member, "debit");
        } while (cursor != null);
        assertThat(seen).containsExactly(waiting, declined, posted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status=open         | 400 | status is "open"; write waiting, posted, declined, or nothing for all.
            user_id=nobody      | 400 | user_id is not a UUID.
            limit=0             | 400 | limit is "0"; write a whole number from 1 to 1000.
            cursor=eyJ9         | 400 | The cursor was not given out for this list; start again without one.
            """)
    void aWrongParameterIsRefused(String query, int status, String detail) {
        Calls.get(ASKER, "/mlm/adjustments?" + query).then().statusCode(status).body("detail", equalTo(detail));
    }

    @Test
    void membersAndServicesReadNoneAndNobodyElseIsFound() {
        Calls.get(Calls.person(member), "/mlm/adjustments/" + posted).then().statusCode(403);
        Calls.get(Calls.person(member), "/mlm/adjustments?user_id=" + member)
                .then()
                .statusCode(403);
        Calls.get(Calls.service(Role.SERVICE), "/mlm/adjustments").then().statusCode(403);
        Calls.get(ASKER, "/mlm/adjustments?user_id=" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-member"));
    }

    private static List<String> ids(String query) {
        return list(query).getList("items.id", String.class);
    }

    private static JsonPath list(String query) {
        return Calls.get(Calls.service(Role.AUDITOR), "/mlm/adjustments?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
