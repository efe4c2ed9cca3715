package io.upline.service.bonus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
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
                .body("plan_version", equalTo(1))
                .body("repeated", equalTo(false))
                .body("bonuses", hasSize(2))
                .body("bonuses.user_id", equalTo(List.of(a, r)))
                .body("bonuses.level", equalTo(List.of(1, 2)))
                .body("bonuses[0].status", equalTo("pending"))
                .body("bonuses[0].type", equalTo("referral"))
                .body("bonuses[0].rule", equalTo("referral"))
                .body("bonuses[0].line", equalTo("placement"))
                .body("bonuses[0].paid_at", nullValue())
                .body("bonuses[0].base", nullValue())
                .body("bonuses[0].rate", nullValue())
                .body("bonuses[0].created_at", notNullValue())
                .extract()
                .asString();
        assertThat(reply).contains("\"total_amount\":15.00", "\"amount\":10.00", "\"amount\":5.00");
    }
}
