package io.upline.service.bonus.reversal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.upline.service.bonus.Bonuses;
import io.upline.service.openapi.Documented;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReversalTest {
    @Inject
    Database database;

    private final String reference = "order-" + UUID.randomUUID();
    private String root = "";
    private String parent = "";
    private String source = "";

    @BeforeEach
    void register() {
        root = Api.newRoot();
        parent = Api.newMember(root);
        source = Api.newMember(parent);
    }

    @AfterEach
    void everythingAddsUp() {
        Checks.assertClean();
    }

    @Test
    void aWholeRefundTakesEverythingBackAndRepeatingItNothingMore() {
        var event = purchase("100.00");
        reverse(event, "{}")
                .statusCode(200)
                .body("repeated", equalTo(false))
                .body("total_reversed", equalTo(15.00f))
                .body("bonuses.status", equalTo(List.of("reversed", "reversed")))
                .body("reversed.from", equalTo(List.of("payable", "payable")));
        reverse(event, "{}").statusCode(200).body("repeated", equalTo(true)).body("total_reversed", equalTo(15.00f));
        part(event, "0.01").statusCode(409).body("detail", containsString("Nothing is left to refund"));
    }

    @Test
    void ofWhatIsRefundedAsAWholeNoOtherRefundIsConfirmed() {
        var event = purchase("100.00");
        reverse(event, "{\"refund_reference\": \"RF-1\"}").statusCode(200);
        reverse(event, "{\"refund_reference\": \"RF-1\"}").statusCode(200).body("repeated", equalTo(true));
        reverse(event, "{\"refund_reference\": \"RF-2\"}")
                .statusCode(409)
                .body("detail", containsString("Nothing is left to refund of the event " + event));
        reverse(event, "{}").statusCode(200).body("repeated", equalTo(true));
    }

    @Test
    void partsThatAddUpToTheWholeTakeBackExactlyTheWhole() {
        var event = purchase("3.00");
        part(event, "1.00").statusCode(200).body("total_reversed", equalTo(5.00f));
        part(event, "1.00").statusCode(200).body("total_reversed", equalTo(5.00f));
        assertThat(reversed()).containsExactly("6.67", "3.33");
        reverse(event, "{}").statusCode(200).body("total_reversed", equalTo(5.00f));
        assertThat(reversed()).containsExactly("10.00", "5.00");
    }

    @Test
    void whatWasPaidIsOwedAndSetOffAgainstWhatIsEarnedNext() {
        var event = purchase("100.00");
        var paid = Bonuses.json(Api.get("/mlm/bonus/user/" + parent)).getString("[0].id");
        markPaid(paid).statusCode(200);
        part(event, "40")
                .statusCode(200)
                .body("reversed.from", equalTo(List.of("owed", "payable")))
                .body("bonuses[0].status", equalTo("paid"))
                .body("bonuses[0].reversed_amount", equalTo(4.00f));
        var next = Bonuses.distribute(source, "purchase").extract().<String>path("bonuses[0].id");
        markPaid(next).statusCode(200).body("status", equalTo("paid"));
        reverse(event, "{}").statusCode(200).body("bonuses[0].status", equalTo("reversed"));
        markPaid(paid).statusCode(409).body("detail", containsString("it is reversed"));
    }

    @Test
    void aRefundOfOneReferenceHappensOnceAndNoOtherAmountTakesItsName() {
        purchase("100.00");
        var body =
                "{\"trigger_type\": \"purchase\", \"reference\": \"%s\", \"amount\": %s, \"refund_reference\": \"RF-1\"}";
        byReference(body.formatted(reference, "25")).statusCode(200).body("repeated", equalTo(false));
        byReference(body.formatted(reference, "25.00"))
                .statusCode(200)
                .body("repeated", equalTo(true))
                .body("refunded_amount", equalTo(25.00f))
                .body("reversed", hasSize(2));
        byReference(body.formatted(reference, "26")).statusCode(409);
        byReference(body.formatted("no-such-order", "25"))
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-event"))
                .body("detail", containsString("no-such-order"));
    }

    @Test
    void aRefundOfTheRestIsNotThatOfAPartThoughItHasItsName() {
        var event = purchase("100.00");
        reverse(event, "{\"amount\": 25, \"refund_reference\": \"RF-1\"}").statusCode(200);
        reverse(event, "{\"refund_reference\": \"RF-1\"}")
                .statusCode(409)
                .body("detail", containsString("was of 25.00; this request says all that is left."));
        reverse(event, "{\"refund_reference\": \"RF-2\"}").statusCode(200).body("refunded_amount", equalTo(100.00f));
        reverse(event, "{\"amount\": 75, \"refund_reference\": \"RF-2\"}")
                .statusCode(409)
                .body("detail", containsString("was of all that was left; this request says 75.00."));
    }

    @Test
    void anEventWithoutAnAmountIsRefundedAsAWholeOnly() {
        var event = Bonuses.distribute(source, "referral").extract().<String>path("event_id");
        part(event, "1").statusCode(422).body("detail", containsString("has no amount"));
        reverse(event, "{}")
                .statusCode(200)
                .body("refunded_amount", nullValue())
                .body("total_reversed", equalTo(15.00f));
        Bonuses.distribute(source, "referral")
                .body("repeated", equalTo(true))
                .body("bonuses.status", equalTo(List.of("reversed", "reversed")));
    }

    @Test
    void whatWasRefundedAndWhyIsToldAfterwards() {
        var event = purchase("100.00");
        var refund = "{\"amount\": 25, \"refund_reference\": \"RF-1\", \"reason\": \"A box came back\"}";
        for (int i = 0; i < 2; i++) {
            Documented.post("/mlm/events/{id}/reverse", event, refund)
                    .statusCode(200)
                    .body("refund_reference", equalTo("RF-1"))
                    .body("reason", equalTo("A box came back"));
        }
        reverse(event, "{}").statusCode(200).body("refund_reference", nullValue());
        assertTold(event);
        Api.get("/mlm/audit?limit=10").then().body(containsString("A box came back"));
    }

    private void assertTold(String event) {
        Documented.get("/mlm/events/{id}", event)
                .statusCode(200)
                .body("source_user_id", equalTo(source))
                .body("refunded_amount", equalTo(100.00f))
                .body("bonuses.status", equalTo(List.of("reversed", "reversed")))
                .body("reversals.amount", equalTo(List.of(25.00f, 75.00f)))
                .body("reversals[0].refund_reference", equalTo("RF-1"))
                .body("reversals[0].reason", equalTo("A box came back"));
    }

    @Test
    void anEventWithoutAnAmountHasRefundsWithoutOne() {
        var event = Bonuses.distribute(source, "referral").extract().<String>path("event_id");
        reverse(event, "{}").statusCode(200);
        Documented.get("/mlm/events/{id}", event)
                .statusCode(200)
                .body("refunded_amount", nullValue())
                .body("reversals.amount", equalTo(Collections.singletonList(null)));
        Documented.get("/mlm/events/{id}", UUID.randomUUID().toString()).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amount": -1, "refund_reference": "RF-1"}     | 422 | more than zero
            {"amount": 0, "refund_reference": "RF-1"}      | 422 | more than zero
            {"amount": 1.001, "refund_reference": "RF-1"}  | 422 | too many decimals
            {"amount": 100.01, "refund_reference": "RF-1"} | 422 | more than the 100.00 of the event
            {"amount": "1", "refund_reference": "RF-1"}    | 422 | write a number
            {"amount": null}                              | 422 | leave the amount out
            {"amount": 1}                                 | 422 | or send the header Idempotency-Key
            {"currency": "EUR", "amount": 1}              | 422 | currency
            {"refund_reference": ""}                      | 422 | refund_reference
            """)
    void whatCanNotBeRefundedIsRefusedAndChangesNothing(String body, int status, String detail) {
        var event = purchase("100.00");
        reverse(event, body).statusCode(status).body("detail", containsString(detail));
        assertThat(reversed()).containsExactly("0.00", "0.00");
    }

    @Test
    void anEventOfNothingIsRefundedAsAWholeOnly() {
        var event = purchase("0.00");
        part(event, "1").statusCode(422).body("detail", containsString("is of 0.00"));
    }

    @Test
    void noTextThatStaysNamesAMember() {
        var event = purchase("100.00");
        for (var before : List.of("asked by ", "00", "0a-")) {
            reverse(event, "{\"reason\": \"%s%s\"}".formatted(before, source.replace("-", "")))
                    .statusCode(422)
                    .body("detail", containsString("user_id of a member"));
        }
    }

    @Test
    void anEventThatThereIsNotIsNamed() {
        var nobodys = UUID.randomUUID().toString();
        reverse(nobodys, "{}").statusCode(404).body("detail", containsString(nobodys));
    }

    @Test
    void theLastRefundIsTheOneThatWasRecordedLast() {
        var event = purchase("100.00");
        String first = part(event, "10").extract().path("reversal_id");
        reverse(event, "{}").statusCode(200);
        recordAnHourLater(first);
        reverse(event, "{}").statusCode(200).body("reversal_id", equalTo(first));
    }

    @Test
    void oneKeyReversesOnce() {
        var event = purchase("100.00");
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            given().contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body("{\"amount\": 10}")
                    .post("/mlm/events/" + event + "/reverse")
                    .then()
                    .statusCode(200)
                    .body("refunded_amount", equalTo(10.00f));
        }
        assertThat(reversed()).containsExactly("1.00", "0.50");
    }

    private String purchase(String amount) {
        var more = ", \"amount\": %s, \"reference\": \"%s\"".formatted(amount, reference);
        return Bonuses.post(Bonuses.body(source, "purchase", more))
                .statusCode(200)
                .extract()
                .path("event_id");
    }

    private List<String> reversed() {
        return List.of(parent, root).stream()
                .flatMap(earner ->
                        Bonuses.json(Api.get("/mlm/bonus/user/" + earner))
                                .<BigDecimal>getList("reversed_amount")
                                .stream())
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static ValidatableResponse markPaid(String bonus) {
        return given().patch("/mlm/bonus/" + bonus + "/mark-paid").then();
    }

    private static ValidatableResponse reverse(String event, String body) {
        return Api.post("/mlm/events/" + event + "/reverse", body).then();
    }

    private void recordAnHourLater(String reversal) {
        database.transaction(connection -> {
            try (var update = connection.prepareStatement(
                    "UPDATE reversal SET recorded_at = recorded_at + interval '1 hour' WHERE id = ?")) {
                update.setObject(1, UUID.fromString(reversal));
                return update.executeUpdate();
            }
        });
    }

    /// A refund of its own.
    private static ValidatableResponse part(String event, String amount) {
        return reverse(event, "{\"amount\": %s, \"refund_reference\": \"RF-%s\"}".formatted(amount, UUID.randomUUID()));
    }

    private static ValidatableResponse byReference(String body) {
        return Api.post("/mlm/events/reverse", body).then();
    }
}
