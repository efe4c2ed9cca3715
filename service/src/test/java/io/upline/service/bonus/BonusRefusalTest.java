package io.upline.service.bonus;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class BonusRefusalTest {
    @Test
    void anUnknownTriggerIsRefusedWithTheKnownOnesAndTheNearest() {
        Bonuses.post(Bonuses.body(Api.newRoot(), "refferal", ""))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/trigger_type"))
                .body("detail", allOf(containsString("did you mean \"referral\"?"), containsString("purchase")));
    }

    @Test
    void anUnknownSourceIsRefused() {
        var nobody = UUID.randomUUID().toString();
        Bonuses.post(Bonuses.body(nobody, "referral", ""))
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-member"))
                .body("detail", containsString(nobody));
    }

    @ParameterizedTest
    @CsvSource({
        "12.345, too many decimals",
        "-1, is negative",
        "1000000000000.01, is too large",
        "1e50, is too large",
        "'\"12\"', write a number"
    })
    void anAmountThatCanNotBeIsRefused(String amount, String why) {
        Bonuses.post(Bonuses.body(Api.newRoot(), "purchase", ", \"amount\": " + amount))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/amount"))
                .body("detail", containsString(why));
    }

    @Test
    void theLargestAmountIsTaken() {
        Bonuses.post(Bonuses.body(Api.newRoot(), "purchase", ", \"amount\": 1000000000000"))
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "7", "\"\\ud800\"", "\"\\u0000\""})
    void aReferenceThatCanNotBeKeptIsRefused(String reference) {
        Bonuses.post(Bonuses.body(Api.newRoot(), "purchase", ", \"reference\": " + reference))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reference"));
    }

    @Test
    void aReferenceHasAtMostTwoHundredCharacters() {
        var r = Api.newRoot();
        Bonuses.post(Bonuses.body(r, "purchase", ", \"reference\": \"%s\"".formatted("x".repeat(200))))
                .statusCode(200);
        Bonuses.post(Bonuses.body(r, "purchase", ", \"reference\": \"%s\"".formatted("x".repeat(201))))
                .statusCode(422);
    }

    @Test
    void aFieldNobodyKnowsIsRefused() {
        Bonuses.post(Bonuses.body(Api.newRoot(), "purchase", ", \"ammount\": 5"))
                .statusCode(422)
                .body("detail", containsString("amount"));
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        var order = ", \"reference\": \"%s\"".formatted(UUID.randomUUID());
        Bonuses.post(Bonuses.body(a, "purchase", order + ", \"amount\": -1")).statusCode(422);
        Bonuses.post(Bonuses.body(a, "purchase", order + ", \"amount\": 1"))
                .statusCode(200)
                .body("repeated", equalTo(false));
    }
}
