package io.upline.service.member.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.upline.service.bonus.Bonuses;
import io.upline.service.member.Changing;
import io.upline.service.member.Joining;
import io.upline.service.openapi.Documented;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.EveryColumn;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever is forgotten keeps place and money under a pseudonym, and the user id is found nowhere.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ForgettingTest {
    private static final String FORGET = "/mlm/members/{user_id}/forget";
    private static final String RECORD = "/mlm/members/{user_id}";
    private static final String HISTORY = "/mlm/members/{user_id}/history";
    private static final String ASKED = "{\"reason\": \"asked for it by letter 17\"}";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    private List<String> network = List.of();
    private String root = "";
    private String member = "";

    @BeforeEach
    void aNetwork() {
        network = Joining.below(6);
        root = network.getFirst();
        member = network.get(1);
    }

    @AfterEach
    void theServiceFindsItselfRight() {
        Checks.assertClean();
    }

    /// Forgets and returns the pseudonym.
    private static String forget(String id) {
        return Documented.post(FORGET, id, ASKED).statusCode(200).extract().path("user_id");
    }

    private static ValidatableResponse keyed(String path, String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    private List<String> columnsWith(String id) {
        return database.transaction(connection -> EveryColumn.holding(connection, UUID.fromString(id)));
    }

    @Test
    void theRecordStaysUnderAPseudonymAndNobodyIsFoundByTheOldId() {
        var before = Documented.get(RECORD, member).extract().jsonPath();
        var reply = Documented.post(FORGET, member, ASKED)
                .statusCode(200)
                .body("user_id", not(equalTo(member)))
                .body("updated_at", notNullValue())
                .body("parent_id", equalTo(root))
                .extract();
        String pseudonym = reply.path("user_id");
        assertThat(Documented.get(RECORD, pseudonym).extract().asString()).isEqualTo(reply.asString());
        for (var field : List.of(
                "parent_id",
                "sponsor_id",
                "position",
                "level",
                "created_at",
                "suspended",
                "downline_count",
                "frontline_count",
                "sponsored_count")) {
            assertThat(reply.<Object>path(field)).as(field).isEqualTo(before.get(field));
        }
        Documented.get(RECORD, member).statusCode(404);
        Documented.get(HISTORY, member).statusCode(404);
        Documented.post(FORGET, member, ASKED).statusCode(404);
        assertThat(columnsWith(member)).isEmpty();
    }

    @Test
    void everyAnswerAboutOthersNamesThePseudonym() {
        var child = network.get(4);
        Documented.get(RECORD, child).body("parent_id", equalTo(member));
        long before =
                Api.get("/mlm/members/" + root).then().extract().jsonPath().getLong("as_of_seq") - network.size();
        // Twice, so that the page is a kept one.
        for (int i = 0; i < 2; i++) {
            Documented.get("/mlm/members/{user_id}/downline", root).body("items.user_id", hasItem(member));
        }
        var pseudonym = forget(member);
        Documented.get("/mlm/members/{user_id}/downline", root)
                .body("items.user_id", hasItem(pseudonym))
                .body("items.user_id", not(hasItem(member)));
        Documented.get(RECORD, child).body("parent_id", equalTo(pseudonym));
        for (var path : List.of(
                "/mlm/downline/" + root,
                "/mlm/members/" + root + "/legs",
                "/mlm/members/" + root + "/downline",
                "/mlm/members/" + child + "/upline",
                "/mlm/members/" + child + "/history",
                "/mlm/changes?limit=1000&after=" + before)) {
            assertThat(Api.get(path).asString()).as(path).contains(pseudonym).doesNotContain(member);
        }
        assertThat(given().accept("text/csv")
                        .get("/mlm/members/" + root + "/downline")
                        .asString())
                .contains(pseudonym)
                .doesNotContain(member);
    }

    @Test
    void moneyAndRankStay() {
        var child = network.get(4);
        for (int i = 0; i < 3; i++) {
            Api.newMember(member);
        }
        Api.post("/mlm/rank/evaluate/" + member, "null").then().statusCode(200);
        Bonuses.distribute(child, "referral");
        Bonuses.distribute(member, "referral");
        var earned = earned(member);
        var rank = Api.get("/mlm/members/" + member + "/rank").jsonPath().getString("rank");
        var pseudonym = forget(member);
        assertThat(earned(pseudonym)).isNotEmpty().isEqualTo(earned);
        assertThat(Api.get("/mlm/members/" + pseudonym + "/rank").jsonPath().getString("rank"))
                .isNotNull()
                .isEqualTo(rank);
        assertThat(Api.get("/mlm/bonus/user/" + root).asString())
                .contains(pseudonym)
                .doesNotContain(member);
        assertThat(Api.get("/mlm/report/weekly/" + root).asString()).doesNotContain(member);
        Api.get("/mlm/bonus/user/" + member).then().statusCode(404);
        // What was paid once is not paid again.
        Bonuses.distribute(pseudonym, "referral").body("source_user_id", equalTo(pseudonym));
        assertThat(earned(root)).hasSize(2);
    }

    private static List<String> earned(String earner) {
        return Api.get("/mlm/bonus/user/" + earner).jsonPath().getList("collect { it.id + ' ' + it.amount }");
    }

    @Test
    void whateverHeldTheIdHoldsItNoMore() {
        var other = network.get(2);
        var large = member.toUpperCase(Locale.ROOT);
        var bare = member.replace("-", "");
        var late = UUID.randomUUID().toString();
        keyed("/mlm/register", "of-" + member, "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(late, other));
        keyed(
                "/mlm/register",
                UUID.randomUUID().toString(),
                "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(UUID.randomUUID(), member));
        keyed("/mlm/rank/evaluate/" + member, UUID.randomUUID().toString(), "null");
        suspendFor(member, "see " + bare);
        suspendFor(other, "because of " + large + " and " + member);
        for (var reference : List.of(member, large, bare, "order-" + large + "-7", "order-" + bare)) {
            Bonuses.post(Bonuses.body(
                            member, "purchase", ", \"amount\": 5, \"reference\": \"%s\"".formatted(reference)))
                    .statusCode(200);
        }
        keyed(
                        "/mlm/bonus",
                        UUID.randomUUID().toString(),
                        Bonuses.body(member, "purchase", ", \"amount\": 5, \"reference\": \"another one\""))
                .statusCode(200);
        assertThat(columnsWith(member))
                .contains(
                        "member.user_id",
                        "member_change.reason",
                        "bonus_event.reference",
                        "bonus_once.once_key",
                        "idempotency_key.key",
                        "idempotency_key.reply");
        var pseudonym = forget(member);
        assertThat(columnsWith(member)).isEmpty();
        Documented.get(HISTORY, other)
                .body("items[1].reason", equalTo("because of %s and %s".formatted(pseudonym, pseudonym)));
        Documented.get(HISTORY, pseudonym)
                .body("items.kind", contains("born", "suspended", "forgotten"))
                .body("items[1].reason", equalTo("see " + pseudonym.replace("-", "")));
    }

    @Test
    void answersThatOnlyQuoteTheIdAsItWasSpeltAreGone() {
        importOfNobodyCalled(member.toUpperCase(Locale.ROOT));
        importOfNobodyCalled(member.replace("-", ""));
        assertThat(columnsWith(member)).contains("idempotency_key.reply");
        forget(member);
        assertThat(columnsWith(member)).isEmpty();
    }

    private static void importOfNobodyCalled(String spelling) {
        given().contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("user_id,sponsor_id,joined_at\n%s?,,2020-01-01T00:00:00Z\n".formatted(spelling))
                .post("/mlm/members/import")
                .then()
                .statusCode(200)
                .body(containsString(spelling));
    }

    private static void suspendFor(String id, String reason) {
        Documented.post("/mlm/members/{user_id}/suspend", id, "{\"reason\": \"%s\"}".formatted(reason))
                .statusCode(200);
    }

    @Test
    void whoFollowsTheLogLearnsWhomToForget() {
        int born = Documented.get(HISTORY, member).extract().path("items[0].seq");
        int seq = Documented.post(FORGET, member, ASKED).extract().path("as_of_seq");
        String pseudonym = Documented.get("/mlm/changes", "", "after=" + (seq - 1))
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("forgotten"))
                .body("items[0].born_seq", equalTo(born))
                .body("items[0].reason", equalTo("asked for it by letter 17"))
                .extract()
                .path("items[0].user_id");
        Documented.get("/mlm/changes", "", "limit=1&after=" + (born - 1))
                .body("items[0].kind", equalTo("born"))
                .body("items[0].user_id", equalTo(pseudonym));
    }

    @Test
    void whoWasForgottenIsChangedAndEarnsLikeAnybodyElse() {
        var pseudonym = forget(member);
        Changing.suspend(pseudonym).statusCode(200).body("suspended", equalTo(true));
        Changing.reinstate(pseudonym).statusCode(200);
        Changing.moveBelow(pseudonym, network.get(2)).statusCode(200).body("parent_id", equalTo(network.get(2)));
        Changing.giveSponsor(pseudonym, network.get(3)).statusCode(200);
        var child = Api.newMember(pseudonym);
        Bonuses.distribute(child, "referral");
        assertThat(earned(pseudonym)).hasSize(1);
        Documented.get(HISTORY, pseudonym)
                .body("items.kind", contains("born", "forgotten", "suspended", "reinstated", "moved", "moved"));
    }

    @Test
    void theOldIdMayJoinAgainAsSomebodyNew() {
        var pseudonym = forget(member);
        Api.register(member, root).statusCode(200).body("updated_at", nullValue());
        Documented.get(RECORD, member).body("downline_count", equalTo(0));
        var another = forget(member);
        assertThat(another).isNotEqualTo(pseudonym);
        assertThat(columnsWith(member)).isEmpty();
    }

    @Test
    void aPseudonymIsNotForgottenAgain() {
        var pseudonym = forget(member);
        Documented.post(FORGET, pseudonym, ASKED)
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("%s is a pseudonym: whoever this member is was forgotten already."
                                .formatted(pseudonym)));
        Documented.get(HISTORY, pseudonym).body("items.kind", contains("born", "forgotten"));
    }

    @Test
    void theReasonMustNotHoldTheId() {
        for (var id : List.of(member, member.toUpperCase(Locale.ROOT), member.replace("-", ""))) {
            Documented.post(FORGET, member, "{\"reason\": \"%s asked\"}".formatted(id))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/reason"))
                    .body("errors[0].detail", containsString("leave it out"));
        }
        Documented.get(RECORD, member).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": \"why\", \"until\": 1}"})
    void aReasonIsGivenAndNothingElse(String body) {
        Documented.post(FORGET, member, body).statusCode(422);
    }

    @Test
    void aKeyRepeatsTheAnswerAndMustNotHoldTheIdEither() {
        var path = "/mlm/members/" + member + "/forget";
        keyed(path, "forget-" + member, ASKED).statusCode(400).body("detail", containsString("a key without it"));
        var key = UUID.randomUUID().toString();
        var first = keyed(path, key, ASKED).statusCode(200).extract().asString();
        assertThat(columnsWith(member)).isEmpty();
        keyed(path, key, ASKED)
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        keyed("/mlm/members/" + network.get(2) + "/forget", key, ASKED).statusCode(422);
    }
}
