package io.upline.service.adjustment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
    void nobodyOwesMoreThanAnAmountCanBe() {
        ask("debit", THE_MOST).statusCode(200);
        ask("debit", "0.01").statusCode(409).body("detail", containsString("would owe 1000000000000.01 USD"));
    }

    private ValidatableResponse ask(String kind, String amount) {
        return Api.post("/mlm/adjustments", Adjustments.body(member, kind, amount))
                .then();
    }
}
