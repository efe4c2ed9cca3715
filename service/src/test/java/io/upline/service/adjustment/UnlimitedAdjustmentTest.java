package io.upline.service.adjustment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.upline.service.bonus.Bonuses;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The built-in plan, which asks for nobody's approval.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class UnlimitedAdjustmentTest {
    private static final String THE_MOST = "1000000000000";

    @SuppressWarnings("NullAway.Init")
    private UUID member;

    @BeforeEach
    void register() {
        member = UUID.fromString(Api.newRoot());
    }

    @AfterEach
    void everythingAddsUp() {
        Checks.assertClean();
    }

    @Test
    void withoutALimitEverythingIsPostedAtOnce() {
        ask("credit", THE_MOST).statusCode(200).body("status", equalTo("posted"));
        ask("credit", THE_MOST).statusCode(200).body("status", equalTo("posted"));
    }

    @Test
    void whoOwesMoreThanAnyOneAmountCanBeIsStillPaidAndShown() {
        ask("debit", THE_MOST).statusCode(200);
        ask("debit", "0.01").statusCode(200);
        String bonus = Bonuses.distribute(Api.newMember(member.toString()), "referral")
                .extract()
                .path("bonuses[0].id");
        given().patch("/mlm/bonus/" + bonus + "/mark-paid").then().statusCode(200);
        assertThat(Api.get("/mlm/members/" + member + "/balance").asString())
                .contains("\"owed\":999999999990.01,\"net\":-999999999990.01,\"paid_out\":0.00");
    }

    private ValidatableResponse ask(String kind, String amount) {
        return Api.post("/mlm/adjustments", Adjustments.body(member, kind, amount))
                .then();
    }
}
