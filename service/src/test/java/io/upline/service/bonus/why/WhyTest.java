package io.upline.service.bonus.why;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.upline.service.bonus.Bonuses;
import io.upline.service.member.Changing;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// At width 1: root, anna, bert and carl stand below each other. Root sponsors carl; anna sponsors bert.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(WhyTest.Plan.class)
class WhyTest {
    private static final String PURCHASE = ", \"amount\": 19.99, \"reference\": \"%s\"";

    private String root = "";
    private String anna = "";
    private String bert = "";
    private String carl = "";

    public static final class Plan implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("PLAN", "src/test/resources/plans/why.yaml");
        }
    }

    @BeforeEach
    void network() {
        root = Api.newRoot();
        anna = Api.newMember(root);
        bert = Api.newMember(anna);
        carl = Api.newMember(root);
    }

    private static ValidatableResponse why(String bonus) {
        return Documented.get("/mlm/bonus/{id}/why", bonus).statusCode(200);
    }

    /// The bonus of the earner who comes so far up, from 0.
    private static String bonus(String body, int earner) {
        return Bonuses.post(body).statusCode(200).extract().path("bonuses[%d].id".formatted(earner));
    }

    private String purchase(int earner) {
        return bonus(Bonuses.body(carl, "purchase", PURCHASE.formatted(UUID.randomUUID())), earner);
    }

    @Test
    void aFixedAmountIsThePlans() {
        why(bonus(Bonuses.body(carl, "activation", ""), 1))
                .body("rule.amounts", contains(3.00f, 1.00f))
                .body("rule.name", equalTo("activation"))
                .body("base", nullValue())
                .body("rate", nullValue())
                .body("exact", nullValue())
                .body("rounding", nullValue())
                .body(
                        "sentence",
                        containsString("user " + carl + ", who stood two levels below by placement: an activation on "))
                .body("sentence", endsWith("pays 1.00 USD at level 2; it is yet to be paid."));
    }

    @Test
    void aPercentageIsWorkedOut() {
        var asked = why(purchase(0))
                .body("rule.percents", contains(10, 2.5f))
                .body("rounding", equalTo("half up to 2 decimals"))
                .body("sentence", containsString(" earned 2.00 USD because of user " + carl))
                .body("sentence", containsString("pays 10 % at level 1, 1.999 USD before rounding half up"));
        assertThat(asked.extract().asString()).contains("\"base\":19.99,\"rate\":10,\"exact\":1.999,");
    }

    @Test
    void theEventAndTheBonusAreThemselves() {
        var body = Bonuses.body(carl, "purchase", PURCHASE.formatted("A-" + carl));
        var paid = Bonuses.post(body).statusCode(200).extract();
        why(paid.path("bonuses[1].id"))
                .body("bonus", equalTo(paid.path("bonuses[1]")))
                .body("event.id", equalTo(paid.path("event_id")))
                .body("event.created_at", equalTo(paid.path("created_at")))
                .body("event.as_of_seq", equalTo(paid.path("as_of_seq")))
                .body("event.reference", equalTo("A-" + carl))
                .body("plan_version", equalTo(paid.path("plan_version")));
    }

    @Test
    void theSponsorLineIsFollowedWhereTheRuleSaysSo() {
        why(bonus(Bonuses.body(carl, "referral", ""), 0))
                .body("line.user_id", contains(root))
                .body("line.level", contains(1))
                .body("line_complete", equalTo(true))
                .body("sentence", containsString("directly below by sponsorship: a referral on"));
    }

    @Test
    void whoWasSuspendedThenIsPassedOver() {
        Changing.suspend(bert).statusCode(200);
        why(purchase(1))
                .body("line.user_id", contains(bert, anna, root))
                .body("line.suspended", contains(true, false, false))
                .body("line.level", contains(null, 1, 2))
                .body("sentence", containsString("three levels below by placement"))
                .body("sentence", containsString("one suspended member between them was passed over"));
    }

    @Test
    void withoutCompressionASuspendedMemberUsesUpTheLevel() {
        Changing.suspend(bert).statusCode(200);
        why(bonus(Bonuses.body(carl, "activation", ""), 0))
                .body("line.user_id", contains(bert, anna))
                .body("line.level", contains(1, 2))
                .body("line.suspended", contains(true, false));
    }

    @Test
    void whoIsSuspendedOrReinstatedLaterStoodAsTheyStood() {
        Changing.suspend(bert).statusCode(200);
        var bonus = purchase(0);
        Changing.reinstate(bert).statusCode(200);
        Changing.suspend(anna).statusCode(200);
        why(bonus)
                .body("line.user_id", contains(bert, anna))
                .body("line.suspended", contains(true, false))
                .body("line.level", contains(null, 1));
    }

    @Test
    void whoeverMovesLaterStoodWhereTheyStood() {
        var bonus = purchase(1);
        Changing.moveBelow(carl, Api.newRoot()).statusCode(200);
        Changing.moveBelow(bert, Api.newRoot()).statusCode(200);
        Changing.moveBelow(bert, carl).statusCode(200);
        why(bonus).body("line.user_id", contains(bert, anna)).body("line_complete", equalTo(true));
    }

    @Test
    void whoeverMovedBeforeStandsWhereTheyWent() {
        var elsewhere = Api.newRoot();
        Changing.moveBelow(carl, elsewhere).statusCode(200);
        why(purchase(0)).body("line.user_id", contains(elsewhere));
    }

    @Test
    void whoeverGetsAnotherSponsorLaterHadTheirOwn() {
        var bonus = bonus(Bonuses.body(carl, "referral", ""), 0);
        Changing.giveSponsor(carl, anna).statusCode(200);
        why(bonus).body("line.user_id", contains(root));
        why(bonus(Bonuses.body(carl, "activation", ""), 0)).body("line.user_id", contains(bert));
    }

    @Test
    void whoeverIsForgottenHasTheirPseudonym() {
        var bonus = purchase(1);
        Documented.post("/mlm/members/{user_id}/forget", bert, "{\"reason\": \"asked for it\"}")
                .statusCode(200);
        var asked = why(bonus).body("line_complete", equalTo(true)).body("line.user_id[1]", equalTo(anna));
        assertThat(asked.extract().asString()).doesNotContain(bert);
    }

    @Test
    void whatWasPaidIsSaidToBe() {
        var bonus = purchase(0);
        given().patch("/mlm/bonus/" + bonus + "/mark-paid").then().statusCode(200);
        why(bonus)
                .body("bonus.status", equalTo("paid"))
                .body("states.state", contains("created", "paid"))
                .body("postings.kind", contains("earned", "paid"))
                .body("postings.from", contains("expense", "payable"))
                .body("postings.to", contains("payable", "paid_out"))
                .body("sentence", containsString("; it was paid on "));
    }

    @Test
    void whatIsHeldIsSaidToBe() {
        var until = why(bonus(Bonuses.body(carl, "subscription", ""), 0))
                .body("states.state", contains("created", "held"))
                .body("postings.to", contains("held"))
                .extract()
                .jsonPath();
        assertThat(until.getString("sentence"))
                .endsWith("; it is held until "
                        + until.getString("bonus.held_until").substring(0, 10) + ".");
    }

    @Test
    void aBonusThatThereIsNotIsUnknown() {
        Documented.get("/mlm/bonus/{id}/why", UUID.randomUUID().toString())
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-bonus"));
        Documented.get("/mlm/bonus/{id}/why", "17").statusCode(422);
    }
}
