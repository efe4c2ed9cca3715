package io.upline.service.bonus.hold;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.upline.service.bonus.Bonuses;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A plan that holds what purchases pay.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(HoldTest.Plan.class)
class HoldTest {
    private static final String REASON = "\"reason\": \"a chargeback\"";

    public static final class Plan implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("PLAN", "src/test/resources/plans/held.yaml");
        }
    }

    @AfterEach
    void everythingAddsUp() {
        Checks.assertClean();
    }

    @Test
    void whatThePlanHoldsIsPendingForItsDaysAndNotPaidBefore() {
        var reply = purchase();
        String id =
                reply.body("bonuses[0].status", equalTo("pending")).extract().path("bonuses[0].id");
        var created = Instant.parse(reply.extract().path("bonuses[0].created_at"));
        var until = Instant.parse(reply.extract().path("bonuses[0].held_until"));
        assertThat(Duration.between(created, until)).isEqualTo(Duration.ofDays(14));
        markPaid(id).statusCode(409).body("detail", containsString("it is held until " + until));
        given().post("/mlm/bonus/mark-paid")
                .then()
                .statusCode(200)
                .body("detail", equalTo("No unpaid bonuses found"))
                .body("skipped", equalTo(2));
        release(id).statusCode(200).body("held_until", nullValue()).body("status", equalTo("pending"));
        release(id).statusCode(200);
        markPaid(id).statusCode(200).body("paid_at", notNullValue());
        release(id).statusCode(409).body("detail", containsString("it is paid since"));
        given().post("/mlm/bonus/mark-paid").then().body("skipped", equalTo(1));
        payTheRest();
    }

    @Test
    void whatIsPayableCanBeHeldLongerOrShorterAndIsTakenBackFromThere() {
        var referral = Bonuses.distribute(Api.newMember(Api.newRoot()), "referral");
        String id = referral.extract().path("bonuses[0].id");
        hold(id, "2030-01-01T00:00:00+01:00").statusCode(200).body("held_until", equalTo("2029-12-31T23:00:00Z"));
        hold(id, "2029-12-31T23:00:00Z").statusCode(200);
        hold(id, "2031-01-01T00:00:00Z").statusCode(200).body("held_until", equalTo("2031-01-01T00:00:00Z"));
        hold(id, "2028-01-01T00:00:00Z").statusCode(200).body("held_until", equalTo("2028-01-01T00:00:00Z"));
        hold(id, "2001-01-01T00:00:00Z").statusCode(422).body("detail", containsString("is over"));
        Api.post("/mlm/events/" + referral.extract().path("event_id") + "/reverse", "{}")
                .then()
                .statusCode(200)
                .body("reversed[0].from", equalTo("held"));
        hold(id, "2030-01-01T00:00:00Z").statusCode(409).body("detail", containsString("it is reversed"));
    }

    @Test
    void whatIsHeldLongEnoughIsPaidWithTheOthers() {
        String id = Bonuses.distribute(Api.newMember(Api.newRoot()), "referral")
                .extract()
                .path("bonuses[0].id");
        var soon = Instant.now().plusSeconds(1);
        hold(id, soon.toString()).statusCode(200);
        Wait.until(() -> markPaid(id).extract().statusCode() == 200);
        assertThat(Instant.now()).isAfter(soon);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"until\": \"2001-01-01T00:00:00Z\", \"reason\": \"past\"}",
                "{\"until\": \"2101-01-01T00:00:00Z\", \"reason\": \"too far\"}",
                "{\"until\": \"tomorrow\", \"reason\": \"no time\"}",
                "{\"until\": 5, \"reason\": \"no time\"}",
                "{\"reason\": \"no time\"}",
                "{\"until\": \"2030-01-01T00:00:00Z\"}"
            })
    void whatIsNoHoldIsRefused(String body) {
        String id = Bonuses.distribute(Api.newMember(Api.newRoot()), "referral")
                .extract()
                .path("bonuses[0].id");
        Api.post("/mlm/bonus/" + id + "/hold", body).then().statusCode(422);
    }

    @Test
    void anUnknownBonusIsNotHeld() {
        hold(UUID.randomUUID().toString(), "2030-01-01T00:00:00Z")
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-bonus"));
    }

    private static void payTheRest() {
        for (var id : Bonuses.idsToTheEnd("/mlm/bonus?status=pending", () -> {})) {
            release(id).statusCode(200);
            markPaid(id).statusCode(200);
        }
    }

    private static ValidatableResponse purchase() {
        var source = Api.newMember(Api.newMember(Api.newRoot()));
        return Bonuses.post(Bonuses.body(source, "purchase", ", \"amount\": 100"))
                .statusCode(200);
    }

    private static ValidatableResponse hold(String bonus, String until) {
        return Api.post("/mlm/bonus/" + bonus + "/hold", "{\"until\": \"%s\", %s}".formatted(until, REASON))
                .then();
    }

    private static ValidatableResponse release(String bonus) {
        return Api.post("/mlm/bonus/" + bonus + "/release", "{%s}".formatted(REASON))
                .then();
    }

    private static ValidatableResponse markPaid(String bonus) {
        return given().patch("/mlm/bonus/" + bonus + "/mark-paid").then();
    }
}
