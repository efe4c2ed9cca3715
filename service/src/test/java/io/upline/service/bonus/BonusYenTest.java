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
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A plan in a currency without decimals.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(BonusYenTest.Plan.class)
class BonusYenTest {
    public static final class Plan implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("PLAN", "src/test/resources/plans/yen.yaml");
        }
    }

    @Test
    void amountsHaveNoDecimalsWhereTheCurrencyHasNone() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        var reply = Bonuses.post(Bonuses.body(a, "purchase", ", \"amount\": 500"))
                .statusCode(200)
                .body("currency", equalTo("JPY"));
        assertThat(reply.extract().asString()).contains("\"base\":500,\"rate\":2.5,", "\"total_amount\":13,");
        assertThat(Api.get("/mlm/bonus/user/" + r).asString()).contains("\"amount\":13,", "\"base\":500,");
        assertThat(Api.get("/mlm/report/weekly/" + r).asString())
                .contains("\"currency\":\"JPY\"", "\"total_bonus\":13,");
        assertThat(Api.get("/mlm/report/weekly/" + a).asString()).contains("\"total_bonus\":0,");
    }

    @Test
    void aFractionOfAYenIsRefused() {
        Bonuses.post(Bonuses.body(Api.newRoot(), "purchase", ", \"amount\": 0.5"))
                .statusCode(422)
                .body("detail", containsString("no decimals"));
    }

    @Test
    void aPlanWithoutRanksGivesNone() {
        Api.post("/mlm/rank/evaluate/" + Api.newRoot(), "{}")
                .then()
                .statusCode(200)
                .body("message", equalTo("Assigned rank: No rank"));
    }
}
