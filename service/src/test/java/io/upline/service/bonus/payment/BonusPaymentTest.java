package io.upline.service.bonus.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.upline.service.bonus.AtOnce;
import io.upline.service.bonus.Bonuses;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class BonusPaymentTest {
    @Test
    void aBonusIsMarkedPaidOnceAndKeepsItsTime() {
        var id = newBonus();
        String paidAt = markPaid("/mlm/bonus/" + id + "/mark-paid")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("status", equalTo("paid"))
                .body("paid_at", notNullValue())
                .extract()
                .path("paid_at");
        markPaid("/bonus/" + id + "/mark-paid")
                .statusCode(200)
                .body("status", equalTo("paid"))
                .body("paid_at", equalTo(paidAt));
    }

    @Test
    void anUnknownBonusCanNotBePaid() {
        markPaid("/mlm/bonus/" + UUID.randomUUID() + "/mark-paid")
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-bonus"));
        markPaid("/mlm/bonus/7/mark-paid").statusCode(422);
    }

    @Test
    void markingAllPaidSaysHowManyThereWere() {
        newBonus();
        newBonus();
        int pending =
                Bonuses.json(Api.get("/mlm/bonus?status=pending")).getList("").size();
        given().post("/mlm/bonus/mark-paid")
                .then()
                .statusCode(200)
                .body("detail", equalTo("All bonuses have been paid."))
                .body("paid", equalTo(pending))
                .body("skipped", equalTo(0));
        Api.get("/mlm/bonus?status=pending").then().body("", empty());
        given().post("/mlm/bonus/mark-paid")
                .then()
                .statusCode(200)
                .body("detail", equalTo("No unpaid bonuses found"))
                .body("paid", equalTo(0));
    }

    @Test
    void markingAllPaidUnderOneKeyAnswersTheSameAgainAndPaysNothingMore() {
        newBonus();
        var key = UUID.randomUUID().toString();
        var first = payAll(key).extract().asString();
        var later = newBonus();
        var again = payAll(key).header("Idempotency-Replayed", equalTo("true"));
        assertThat(again.extract().asString()).isEqualTo(first);
        Api.get("/mlm/bonus?status=pending").then().body("id", equalTo(List.of(later)));
    }

    @Test
    void theDeprecatedRouteOfTheGatewayMarksAllPaid() {
        newBonus();
        given().contentType(ContentType.JSON)
                .body("null")
                .get("/bonus/mark-paid/all")
                .then()
                .statusCode(200)
                .body("detail", equalTo("All bonuses have been paid."));
    }

    @Test
    void manyWhoMarkAllPaidAtOncePayEachBonusOnce() throws Exception {
        given().post("/mlm/bonus/mark-paid");
        for (int i = 0; i < 20; i++) {
            newBonus();
        }
        var paid = AtOnce.times(
                8,
                () -> given().post("/mlm/bonus/mark-paid")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("paid"));
        assertThat(paid.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
    }

    private static ValidatableResponse payAll(String key) {
        return given().header("Idempotency-Key", key)
                .post("/mlm/bonus/mark-paid")
                .then()
                .statusCode(200);
    }

    /// As the gateway sends it.
    private static ValidatableResponse markPaid(String path) {
        return given().contentType(ContentType.JSON).body("null").patch(path).then();
    }

    private static String newBonus() {
        return Bonuses.distribute(Api.newMember(Api.newRoot()), "referral")
                .extract()
                .path("bonuses[0].id");
    }
}
