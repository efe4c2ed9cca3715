package io.upline.service.bonus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A plan of percentages, at width 2: r sponsors a, b and c, and c stands under a.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(BonusPercentTest.Plan.class)
class BonusPercentTest {
    private String r = "";
    private String a = "";
    private String c = "";

    public static final class Plan implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("PLAN", "src/test/resources/plans/percent.yaml");
        }
    }

    @BeforeEach
    void network() {
        r = Api.newRoot();
        a = Api.newMember(r);
        Api.newMember(r);
        c = Api.newMember(r);
    }

    /// The other half of worked example 2 of docs/DOMAIN.md.
    @Test
    void alongTheSponsorLineTheSponsorEarnsAndTheParentDoesNot() {
        var reply = Bonuses.distribute(c, "referral").body("bonuses.user_id", equalTo(List.of(r)));
        assertThat(reply.extract().asString()).contains("\"total_amount\":10.00");
    }

    @Test
    void everyRulePaysAlongItsOwnLineAndSaysOnWhatAndAtWhichRate() {
        var reply = Bonuses.post(Bonuses.body(c, "purchase", ", \"amount\": 19.99"))
                .statusCode(200)
                .body("bonuses.user_id", equalTo(List.of(r, a)))
                .body("bonuses.rule", equalTo(List.of("level", "team")))
                .body("bonuses.line", equalTo(List.of("sponsor", "placement")));
        assertThat(reply.extract().asString())
                .contains("\"amount\":2.00", "\"base\":19.99,\"rate\":10,", "\"total_amount\":2.10");
        assertThat(Api.get("/mlm/bonus/user/" + r).asString())
                .contains("\"amount\":2.00", "\"base\":19.99,\"rate\":10,");
    }

    @Test
    void aPercentageIsRoundedHalfUpForEachBonus() {
        var d = Api.newMember(c);
        var reply = Bonuses.post(Bonuses.body(d, "purchase", ", \"amount\": 0.20"))
                .statusCode(200)
                .body("bonuses.user_id", equalTo(List.of(c, r, c)));
        assertThat(reply.extract().asString()).contains("\"rate\":2.5,", "\"total_amount\":0.13");
    }

    /// The original service's mistake: money was binary floating point, where 0.10 + 0.10 + 0.10 is not 0.30.
    @Test
    void sumsAreExact() {
        var b = Api.newMember(a);
        for (int i = 0; i < 3; i++) {
            Bonuses.post(Bonuses.body(b, "purchase", ", \"amount\": 0")).statusCode(200);
        }
        assertThat(Api.get("/mlm/report/weekly/" + a).asString()).contains("\"total_bonus\":0.30,");
    }

    @Test
    void aPercentageNeedsAnAmount() {
        Bonuses.post(Bonuses.body(c, "purchase", ""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/amount"))
                .body("detail", containsString("give the amount"));
    }

    @Test
    void aRepeatNeedsNoAmount() {
        var order = ", \"reference\": \"%s\"".formatted(UUID.randomUUID());
        Bonuses.post(Bonuses.body(c, "purchase", order + ", \"amount\": 5")).statusCode(200);
        Bonuses.post(Bonuses.body(c, "purchase", order)).statusCode(200).body("repeated", equalTo(true));
    }

    @Test
    void aTriggerOfThePlansOwnPaysOncePerSourceWhenItSaysSo() {
        var first =
                Bonuses.body(c, "fast_start", ", \"amount\": 50, \"reference\": \"%s\"".formatted(UUID.randomUUID()));
        Bonuses.post(first).statusCode(200).body("repeated", equalTo(false));
        Bonuses.post(Bonuses.body(c, "fast_start", ", \"amount\": 70"))
                .statusCode(200)
                .body("repeated", equalTo(true));
        Api.get("/mlm/bonus/user/" + r).then().body("amount", equalTo(List.of(10.00f)));
    }

    @Test
    void aRankAsksForEverythingThePlanSays() {
        Api.post("/mlm/rank/evaluate/" + r, "{}")
                .then()
                .body("rank", equalTo("Leader"))
                .body("requirements[0].checks.figure", equalTo(List.of("downline", "frontline", "sponsored")));
        Api.post("/mlm/rank/evaluate/" + a, "{}")
                .then()
                .body("message", equalTo("Assigned rank: No rank"))
                .body("next_rank.checks.missing", equalTo(List.of(1, 1, 3)));
    }
}
