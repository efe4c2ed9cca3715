package io.upline.service.member.change;

import static io.restassured.RestAssured.given;
import static io.upline.service.member.Changing.giveSponsor;
import static io.upline.service.member.Changing.moveBelow;
import static io.upline.service.member.Changing.reinstate;
import static io.upline.service.member.Changing.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.upline.service.member.Joining;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A suspended member keeps the place and sponsors nobody.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SuspensionTest {
    private static final String RECORD = "/mlm/members/{user_id}";
    private static final String HISTORY = "/mlm/members/{user_id}/history";
    private static final String NOT_THEM = "/problems/sponsor-suspended";

    private List<String> network = List.of();
    private String root = "";
    private String member = "";

    @BeforeEach
    void aNetwork() {
        network = Joining.below(4);
        root = network.getFirst();
        member = network.get(1);
    }

    @AfterEach
    void theServiceFindsItselfRight() {
        Checks.assertClean();
    }

    @Test
    void aSuspendedMemberKeepsThePlaceAndCounts() {
        suspend(member)
                .statusCode(200)
                .body("suspended", equalTo(true))
                .body("position", equalTo(1))
                .body("downline_count", equalTo(1))
                .body("updated_at", notNullValue());
        Documented.get(RECORD, member).body("suspended", equalTo(true));
        Documented.get("/mlm/downline/{user_id}/count", root).body(equalTo("4"));
        Documented.get("/mlm/members/{user_id}/downline", root)
                .body("items.suspended", contains(true, false, false, false));
        assertThat(given().accept("text/csv")
                        .get("/mlm/members/" + root + "/downline")
                        .asString()
                        .lines()
                        .filter(line -> line.endsWith(",true")))
                .singleElement()
                .asString()
                .startsWith(member);
        reinstate(member).statusCode(200).body("suspended", equalTo(false)).body("updated_at", notNullValue());
        Documented.get(RECORD, member).body("suspended", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mlm/register", "/user/register"})
    void aSuspendedMemberSponsorsNobodyUntilReinstated(String path) {
        suspend(member).statusCode(200);
        var user = UUID.randomUUID().toString();
        var body = "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(user, member);
        Documented.post(path, "", body)
                .statusCode(409)
                .body("type", equalTo(NOT_THEM))
                .body(
                        "detail",
                        equalTo("Sponsor %s is suspended; a suspended member sponsors nobody.".formatted(member)));
        Api.post(path + "?dry_run=true", body).then().statusCode(409).body("type", equalTo(NOT_THEM));
        giveSponsor(network.get(2), member).statusCode(409).body("type", equalTo(NOT_THEM));
        Documented.post("/mlm/register", "", body.replace(member, root))
                .statusCode(200)
                .body("parent_id", equalTo(member));
        moveBelow(network.get(3), member).statusCode(200);
        reinstate(member).statusCode(200);
        Api.newMember(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dry_run=true"})
    void anImportTakesNobodyUnderASuspendedSponsor(String query) {
        suspend(member).statusCode(200);
        var file = "user_id,sponsor_id,joined_at\n%s,%s,2020-01-01T00:00:00Z\n%s,%s,2020-01-01T00:00:00Z\n"
                .formatted(UUID.randomUUID(), member, UUID.randomUUID(), root);
        given().contentType("text/csv")
                .body(file)
                .post("/mlm/members/import" + query)
                .then()
                .statusCode(200)
                .body("registered", equalTo(1))
                .body("rejected.line", contains(2))
                .body("rejected[0].reason", containsString("is suspended"));
    }

    @Test
    void whatIsSoAlreadyIsRefused() {
        reinstate(member).statusCode(409).body("detail", containsString("is not suspended"));
        suspend(member).statusCode(200);
        suspend(member).statusCode(409).body("detail", containsString("is suspended already"));
        var nobody = UUID.randomUUID().toString();
        suspend(nobody).statusCode(404);
        reinstate(nobody).statusCode(404);
    }

    @Test
    void theHistoryTellsEverythingInOrderAndPageByPage() {
        suspend(member);
        reinstate(member);
        giveSponsor(member, network.get(2));
        Documented.get(HISTORY, member)
                .body("items.kind", contains("born", "suspended", "reinstated", "moved"))
                .body("items.user_id", contains(member, member, member, member))
                .body("items[1].reason", equalTo("suspended by a test"))
                .body("items[3].sponsor_id", equalTo(network.get(2)))
                .body("items[3].previous_sponsor_id", equalTo(root))
                .body("items[3].parent_id", nullValue());
        String cursor = Documented.get(HISTORY, member, "limit=3")
                .body("items.size()", equalTo(3))
                .extract()
                .path("next");
        Documented.get(HISTORY, member, "limit=3&cursor=" + cursor)
                .body("items.kind", contains("moved"))
                .body("next", nullValue());
        Documented.get(HISTORY, root, "cursor=" + cursor).statusCode(400);
    }

    @Test
    void theChangeFeedHasItToo() {
        int before = suspend(member).extract().path("as_of_seq");
        moveBelow(network.get(3), network.get(2));
        reinstate(member);
        Documented.get("/mlm/changes", "", "after=" + (before - 1))
                .body("items.kind", contains("suspended", "moved", "reinstated"))
                .body("items.seq", contains(before, before + 1, before + 2))
                .body("items.user_id", contains(member, network.get(3), member))
                .body("items[1].previous_parent_id", equalTo(root))
                .body("items[1].previous_position", equalTo(3));
    }

    @Test
    void aChangeWithAKeyIsDoneOnceAndAnsweredAgain() {
        var key = UUID.randomUUID().toString();
        var first = keyed(member, "suspend", key).then().statusCode(200).header("Idempotency-Replayed", nullValue());
        Api.newMember(root);
        keyed(member, "suspend", key)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .header("Upline-Seq", first.extract().header("Upline-Seq"))
                .body(equalTo(first.extract().asString()));
        keyed(member, "reinstate", key).then().statusCode(422);
        keyed(root, "suspend", key).then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        Documented.get(HISTORY, member).body("items.kind", contains("born", "suspended"));
    }

    private static Response keyed(String member, String verb, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"reason\": \"  why  \"}")
                .post("/mlm/members/%s/%s".formatted(member, verb));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": \" \\t\"}", "{\"reason\": \"why\", \"until\": 1}"})
    void aReasonIsGivenAndNothingElse(String body) {
        Documented.post("/mlm/members/{user_id}/suspend", member, body).statusCode(422);
        Documented.get(RECORD, member).body("suspended", equalTo(false));
    }
}
