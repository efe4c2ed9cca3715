package io.upline.service.bonus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class BonusTest {
    /// Worked example 2 of docs/DOMAIN.md.
    @Test
    void aReferralPaysTheAncestorsAlongThePlacementTree() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        Api.newMember(r);
        Api.newMember(r);
        var d = Api.newMember(r);
        var reply = Bonuses.distribute(d, "referral")
                .body("detail", equalTo("Bonuses distributed"))
                .body("source_user_id", equalTo(d))
                .body("trigger_type", equalTo("referral"))
                .body("reference", nullValue())
                .body("amount", nullValue())
                .body("currency", equalTo("USD"))
                .body("repeated", equalTo(false))
                .body("bonuses.user_id", equalTo(List.of(a, r)))
                .body("bonuses.level", equalTo(List.of(1, 2)))
                .extract()
                .asString();
        assertThat(reply).contains("\"total_amount\":15.00", "\"amount\":10.00", "\"amount\":5.00");
    }

    @Test
    void aBonusSaysWhoEarnedItFromWhomAndWhy() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        var reply = Bonuses.distribute(a, "referral");
        String event = reply.extract().path("event_id");
        int plan = reply.extract().path("plan_version");
        reply.body("bonuses", hasSize(1))
                .body("bonuses[0].user_id", equalTo(r))
                .body("bonuses[0].source_user_id", equalTo(a))
                .body("bonuses[0].type", equalTo("referral"))
                .body("bonuses[0].status", equalTo("pending"))
                .body("bonuses[0].paid_at", nullValue())
                .body("bonuses[0].event_id", equalTo(event))
                .body("bonuses[0].rule", equalTo("referral"))
                .body("bonuses[0].line", equalTo("placement"))
                .body("bonuses[0].base", nullValue())
                .body("bonuses[0].rate", nullValue())
                .body("bonuses[0].currency", equalTo("USD"))
                .body("bonuses[0].plan_version", equalTo(plan));
    }

    @Test
    void fourLevelsArePaidAndTheFifthAncestorGetsNothing() {
        var members = new ArrayList<String>(List.of(Api.newRoot()));
        for (int i = 0; i < 5; i++) {
            members.add(Api.newMember(members.getLast()));
        }
        Bonuses.distribute(members.getLast(), "referral")
                .body("bonuses.user_id", equalTo(members.reversed().subList(1, 5)))
                .body("bonuses.level", equalTo(List.of(1, 2, 3, 4)));
        assertThat(Bonuses.json(Api.get("/mlm/bonus/user/" + members.getFirst()))
                        .getList(""))
                .isEmpty();
    }

    @Test
    void aRootIsPaidForByNobody() {
        var reply = Bonuses.distribute(Api.newRoot(), "referral")
                .body("bonuses", empty())
                .extract()
                .asString();
        assertThat(reply).contains("\"total_amount\":0.00");
    }

    @Test
    void registeringAloneTriggersNoBonus() {
        var r = Api.newRoot();
        Api.newMember(r);
        Api.get("/mlm/bonus/user/" + r).then().statusCode(200).body("", empty());
    }

    @Test
    void theGatewaysRouteDoesTheSameAndIgnoresWhatItDoesNotKnow() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        Api.post("/bonus/", Bonuses.body(a, "referral", ", \"note\": \"welcome\""))
                .then()
                .statusCode(200)
                .body("bonuses.user_id", everyItem(equalTo(r)));
        Api.get("/bonus/user/" + r + "/").then().statusCode(200).body("", hasSize(1));
    }

    @Test
    void theAmountOfAnEventIsKeptWithItsDecimals() {
        var r = Api.newRoot();
        var reply = Bonuses.post(Bonuses.body(r, "purchase", ", \"amount\": 12.5"))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(reply).contains("\"amount\":12.50");
    }
}
