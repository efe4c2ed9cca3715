package io.upline.service.plan.version;

import static io.upline.service.plan.version.PlanTexts.PLANS;
import static io.upline.service.plan.version.PlanTexts.another;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.upline.service.bonus.Bonuses;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was paid by one plan and is told once more while another one is in force.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(OwnNetwork.class)
class RepeatedEventTest {
    private static final String YEN = """
            currency: JPY
            width: 3
            triggers: {purchase: {rules: [{name: purchase, line: placement, amounts: [1000]}]}}
            ranks: []
            """;
    private static final String WELCOME_ONLY = """
            currency: USD
            width: 3
            triggers: {welcome: {rules: [{name: welcome, line: placement, amounts: [1.00]}]}}
            ranks: []
            """;

    private final String order = ", \"reference\": \"%s\", \"amount\": ".formatted(UUID.randomUUID());
    private String source = "";

    @BeforeEach
    void theUsualPlan() {
        putInForce(another());
        source = Api.newMember(Api.newRoot());
    }

    @AfterEach
    void everythingIsRight() {
        Checks.assertClean();
    }

    @Test
    void anOrderIsTheSameOneInAPlanOfAnotherCurrency() {
        var event = paid("purchase", order + "10.50");
        putInForce(YEN);
        repeat("purchase", order + "10.50")
                .body("event_id", equalTo(event))
                .body("currency", equalTo("USD"))
                .body("bonuses", hasSize(1));
        dry("purchase", order + "10.5").body("repeated", equalTo(true)).body("event_id", equalTo(event));
        Bonuses.post(Bonuses.body(source, "purchase", order + "1e999999999")).statusCode(409);
    }

    @Test
    void whatIsNotTheSameOrNewIsJudgedByThePlanInForce() {
        paid("purchase", order + "10.50");
        putInForce(YEN);
        Bonuses.post(Bonuses.body(source, "purchase", order + "10.51"))
                .statusCode(409)
                .body("detail", allOf(containsString("10.50"), containsString("10.51")));
        Bonuses.post(Bonuses.body(source, "purchase", ", \"amount\": 10.50"))
                .statusCode(422)
                .body("detail", containsString("no decimals"));
    }

    @Test
    void whatADroppedTriggerPaidStaysPaid() {
        var first = paid("referral", "");
        var second = paid("purchase", order + "1");
        putInForce(WELCOME_ONLY);
        repeat("referral", "").body("event_id", equalTo(first));
        repeat("purchase", order + "1").body("event_id", equalTo(second));
        dry("referral", "").body("repeated", equalTo(true)).body("event_id", equalTo(first));
        Bonuses.post(Bonuses.body(source, "purchase", order + "2")).statusCode(409);
        for (var never : new String[] {"purchase", "refferal"}) {
            Bonuses.post(Bonuses.body(source, never, ""))
                    .statusCode(422)
                    .body("detail", startsWith("\"%s\" is not a trigger of the plan".formatted(never)));
        }
    }

    @Test
    void aTriggerThatMayHappenAgainNowPaysForWhatIsNew() {
        putInForce(another().replace("  purchase:\n", "  purchase:\n    once: per_source\n"));
        var first = paid("purchase", order + "1");
        putInForce(another());
        repeat("purchase", order + "1").body("event_id", equalTo(first));
        paid("purchase", "");
    }

    private static void putInForce(String plan) {
        Documented.postYaml(PLANS, "", plan).statusCode(200).body("changed", equalTo(true));
    }

    private String paid(String trigger, String more) {
        return Bonuses.post(Bonuses.body(source, trigger, more))
                .statusCode(200)
                .body("repeated", equalTo(false))
                .extract()
                .path("event_id");
    }

    private ValidatableResponse repeat(String trigger, String more) {
        return Bonuses.post(Bonuses.body(source, trigger, more)).statusCode(200).body("repeated", equalTo(true));
    }

    private ValidatableResponse dry(String trigger, String more) {
        return Api.post("/mlm/bonus?dry_run=true", Bonuses.body(source, trigger, more))
                .then()
                .statusCode(200);
    }
}
