package io.upline.service.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.upline.service.bonus.AtOnce;
import io.upline.service.bonus.Bonuses;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The audit of a service that asks nobody who they are: before and after, pages and filters.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class AuditListTest {
    private static final String ACTS = Stream.of(Act.values()).map(Act::word).collect(Collectors.joining(", "));

    private static final String WHY = "{\"reason\": \"a test\"}";

    private static JsonPath about(String member, String more) {
        return Documented.get("/mlm/audit", "", "user_id=" + member + more)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> actsOn(String member) {
        return about(member, "").getList("items.act");
    }

    private static void change(String member, String verb, String body) {
        Api.post("/mlm/members/%s/%s".formatted(member, verb), body).then().statusCode(200);
    }

    @Test
    void aMoveSaysFromWhereToWhereByUserIds() {
        var root = Api.newRoot();
        var other = Api.newRoot();
        var member = Api.newMember(root);
        change(
                member,
                "move",
                "{\"parent_id\": \"%s\", \"sponsor_id\": \"%s\", \"position\": 3, \"reason\": \"a test\"}"
                        .formatted(other, other));
        var moved = about(member, "&act=moved");
        assertThat(moved.getList("items")).hasSize(1);
        assertThat(moved.getMap("items[0].facts.before"))
                .isEqualTo(Map.of("sponsor_id", root, "parent_id", root, "position", 1));
        assertThat(moved.getMap("items[0].facts.after"))
                .isEqualTo(Map.of("sponsor_id", other, "parent_id", other, "position", 3));
        assertThat(moved.getString("items[0].user_id")).isEqualTo(member);
    }

    @Test
    void everythingThatWasDoneToAMemberIsFoundNewestFirst() {
        var root = Api.newRoot();
        var member = Api.newMember(root);
        Bonuses.distribute(member, "referral");
        change(member, "suspend", WHY);
        change(member, "reinstate", WHY);
        Api.post("/mlm/rank/evaluate/" + member, "null").then().statusCode(200);
        assertThat(actsOn(member))
                .containsExactly("rank_evaluated", "reinstated", "suspended", "bonus_triggered", "registered");
        assertThat(about(member, "").<String>getList("items.user_id")).containsOnly(member);
        assertThat(actsOn(root)).containsExactly("registered");
    }

    @Test
    void aPaidBonusIsTheEarners() {
        var root = Api.newRoot();
        var bonus =
                Bonuses.distribute(Api.newMember(root), "referral").extract().path("bonuses[0].id");
        given().patch("/mlm/bonus/" + bonus + "/mark-paid").then().statusCode(200);
        var paid = about(root, "&act=bonus_paid");
        assertThat(paid.getList("items")).hasSize(1);
        assertThat(paid.getString("items[0].facts.before.status")).isEqualTo("pending");
        assertThat(paid.getString("items[0].facts.after.status")).isEqualTo("paid");
        assertThat(Api.get("/mlm/audit?act=bonus_paid&user_id=" + root).asString())
                .contains("\"amount\":10.00,\"set_off\":0.00,\"currency\":\"USD\"");
    }

    @Test
    void whoPaysAllLeavesHowManyAndHowMuch() {
        var root = Api.newRoot();
        Bonuses.distribute(Api.newMember(root), "referral");
        given().post("/mlm/bonus/mark-paid").then().statusCode(200);
        assertThat(Api.get("/mlm/audit?act=all_bonuses_paid&limit=1").asString())
                .containsPattern(
                        "\"paid\":\\[\\{\"bonuses\":\\d+,\"amount\":\\d+\\.\\d\\d,\"set_off\":0\\.00,\"currency\":\"USD\"}]");
    }

    @Test
    void whoStartedTheServiceWithAPlanIsTheConfiguration() {
        Documented.get("/mlm/audit", "", "act=plan_activated")
                .statusCode(200)
                .body("items[-1].by.role", equalTo("configuration"))
                .body("items[-1].facts.after.plan_version", equalTo(1))
                .body("items[-1].sealed", equalTo(2));
    }

    @Test
    void manyWhoJoinAtOnceShareEntriesAndEachIsFound() throws Exception {
        var root = Api.newRoot();
        var before = last();
        var members = AtOnce.times(60, () -> Api.newMember(root));
        assertThat(last() - before).isBetween(1, 60);
        for (var member : members) {
            assertThat(actsOn(member)).containsExactly("registered");
        }
        Checks.assertClean();
    }

    private static int last() {
        return Api.get("/mlm/audit?limit=1").path("items[0].sealed");
    }

    @Test
    void theListIsReadToItsEndPageByPageWhileItGrows() {
        for (int i = 0; i < 4; i++) {
            Api.newRoot();
        }
        var last = last();
        var numbers = new ArrayList<Integer>();
        var cursor = "";
        do {
            var page = Documented.get("/mlm/audit", "", "limit=3&cursor=" + cursor)
                    .statusCode(200)
                    .extract();
            numbers.addAll(page.jsonPath().getList("items.sealed", Integer.class));
            cursor = page.jsonPath().getString("next");
            Api.newRoot();
        } while (cursor != null);
        assertThat(numbers).hasSize(last).isSortedAccordingTo((a, b) -> b - a);
        assertThat(new HashSet<>(numbers)).hasSize(last);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user_id=nobody      | 400 | user_id is not a UUID.
            by=a%20space        | 400 | by is neither the id of a key nor a user_id.
            by=%00              | 400 | by is neither the id of a key nor a user_id.
            act=move            | 400 | There is no such act; write one of: {acts}.
            limit=1001          | 400 | limit is "1001"; write a whole number from 1 to 1000.
            cursor=eyJ9         | 400 | The cursor was not given out for this list; start again without one.
            """)
    void aWrongParameterIsRefused(String query, int status, String detail) {
        Api.get("/mlm/audit?" + query)
                .then()
                .statusCode(status)
                .body("detail", equalTo(detail.replace("{acts}", ACTS)));
    }

    @Test
    void aUserWhoIsNoMemberIsNotFound() {
        var nobody = UUID.randomUUID();
        Documented.get("/mlm/audit", "", "user_id=" + nobody)
                .statusCode(404)
                .body("detail", equalTo("User " + nobody + " is not in the MLM tree."));
    }
}
