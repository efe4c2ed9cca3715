package io.upline.service.adjustment;

import static io.restassured.RestAssured.given;
import static io.upline.service.adjustment.Adjustments.ASKER;
import static io.upline.service.adjustment.Adjustments.KEY;
import static io.upline.service.adjustment.Adjustments.OTHER;
import static io.upline.service.adjustment.Adjustments.approve;
import static io.upline.service.adjustment.Adjustments.ask;
import static io.upline.service.adjustment.Adjustments.body;
import static io.upline.service.adjustment.Adjustments.decline;
import static io.upline.service.adjustment.Adjustments.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.bonus.AtOnce;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.EveryColumn;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
@TestProfile(HeldPlan.class)
class AdjustmentTest {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @SuppressWarnings("NullAway.Init")
    private UUID member;

    @BeforeEach
    void register() {
        member = Calls.newRoot();
    }

    @AfterEach
    void everythingAddsUp() {
        Adjustments.assertClean();
    }

    private List<String> postings() {
        return Adjustments.postings(database, member);
    }

    @Test
    void upToTheLimitItIsPostedAtOnce() {
        ask(ASKER, body(member, "credit", "50.00", ", \"currency\": \"USD\""))
                .statusCode(200)
                .body("user_id", equalTo(member.toString()))
                .body("kind", equalTo("credit"))
                .body("amount", equalTo(50.00f))
                .body("currency", equalTo("USD"))
                .body("reason", equalTo("a test"))
                .body("status", equalTo("posted"))
                .body("decided_at", notNullValue());
        ask(ASKER, body(member, "debit", "50")).statusCode(200).body("status", equalTo("posted"));
        assertThat(postings())
                .containsExactly("credited adjustment payable 50.00 USD", "debited owed adjustment 50.00 USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit", "debit"})
    void aCentAboveItWaitsUntilAnotherPersonApproves(String kind) {
        String id = ask(ASKER, body(member, kind, "50.01"))
                .statusCode(200)
                .body("status", equalTo("waiting"))
                .body("decided_at", nullValue())
                .extract()
                .path("id");
        assertThat(postings()).isEmpty();
        approve(ASKER, id).statusCode(409).body("detail", containsString("another person has to approve it"));
        approve(OTHER, id).statusCode(200).body("status", equalTo("posted")).body("decided_at", notNullValue());
        approve(OTHER, id).statusCode(200).body("status", equalTo("posted"));
        approve(ASKER, id).statusCode(200);
        decline(OTHER, id).statusCode(409).body("detail", containsString("it is posted since"));
        assertThat(postings())
                .containsExactly(
                        kind.equals("credit")
                                ? "credited adjustment payable 50.01 USD"
                                : "debited owed adjustment 50.01 USD");
    }

    @Test
    void whoeverAskedMayWithdrawItAndThenNobodyApprovesIt() {
        var id = waiting(ASKER, member, "credit");
        decline(ASKER, id).statusCode(200).body("status", equalTo("declined"));
        decline(OTHER, id).statusCode(200).body("status", equalTo("declined"));
        approve(OTHER, id).statusCode(409).body("detail", containsString("it is declined since"));
        decline(OTHER, waiting(ASKER, member, "debit")).statusCode(200);
        assertThat(postings()).isEmpty();
    }

    @Test
    void aKeyDoesNotApproveWhatItAskedForEither() {
        var id = waiting(KEY, member, "credit");
        approve(KEY, id).statusCode(409).body("detail", containsString("you asked for it"));
        approve(OTHER, id).statusCode(200);
    }

    @Test
    void manyApprovalsAtOncePostItOnce() throws Exception {
        var id = waiting(KEY, member, "debit");
        var calls = Stream.of(ASKER, OTHER, ASKER, OTHER)
                .<Callable<Integer>>map(
                        caller -> () -> approve(caller, id).extract().statusCode())
                .toList();
        assertThat(AtOnce.all(calls)).containsOnly(200);
        assertThat(postings()).containsExactly("debited owed adjustment 50.01 USD");
    }

    @Test
    void ofAnApprovalAndARefusalAtOnceOneHolds() throws Exception {
        var id = waiting(KEY, member, "credit");
        var statuses = AtOnce.all(List.<Callable<Integer>>of(
                () -> approve(ASKER, id).extract().statusCode(),
                () -> decline(OTHER, id).extract().statusCode()));
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(postings()).hasSize(statuses.getFirst() == 200 ? 1 : 0);
    }

    @Test
    void aDebitIsSetOffAgainstWhatIsPaidNext() {
        ask(ASKER, body(member, "debit", "4.00")).statusCode(200);
        pay(earned());
        assertThat(postings())
                .containsExactly(
                        "debited owed adjustment 4.00 USD",
                        "earned expense payable 10.00 USD",
                        "set_off payable owed 4.00 USD",
                        "paid payable paid_out 6.00 USD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"user_id": "{id}", "kind": "credit", "amount": -1.00, "reason": "a test"}                        | not above zero
            {"user_id": "{id}", "kind": "debit", "amount": 0, "reason": "a test"}                             | not above zero
            {"user_id": "{id}", "kind": "credit", "amount": 0e-99999, "reason": "a test"}                     | amount
            {"user_id": "{id}", "kind": "credit", "amount": 1.001, "reason": "a test"}                        | too many decimals for USD
            {"user_id": "{id}", "kind": "credit", "amount": 1000000000000.01, "reason": "a test"}             | too large
            {"user_id": "{id}", "kind": "credit", "amount": "1.00", "reason": "a test"}                       | write a number
            {"user_id": "{id}", "kind": "credit", "reason": "a test"}                                         | amount is missing
            {"user_id": "{id}", "kind": "credit", "amount": 1.00, "currency": "EUR", "reason": "a test"}      | currency is "EUR"; the plan's is USD
            {"user_id": "{id}", "kind": "transfer", "amount": 1.00, "reason": "a test"}                       | kind is "transfer"; write credit or debit
            {"user_id": "{id}", "amount": 1.00, "reason": "a test"}                                           | kind is missing
            {"user_id": "me", "kind": "credit", "amount": 1.00, "reason": "a test"}                           | user_id is "me"
            {"user_id": "{id}", "kind": "credit", "amount": 1.00}                                             | reason is missing
            {"user_id": "{id}", "kind": "credit", "amount": 1.00, "reason": " "}                              | reason is blank
            {"user_id": "{id}", "kind": "credit", "amount": 1.00, "reason": "a\\u200Btest"}                   | can't be shown
            {"user_id": "{id}", "kind": "credit", "amount": 1.00, "reason": "for {id}"}                       | user_id of a member
            {"user_id": "{id}", "kind": "credit", "amount": 1.00, "reasons": "a test", "reason": "a test"}    | reason
            """)
    void whatCanNotBeIsRefusedAndChangesNothing(String body, String detail) {
        ask(ASKER, body.replace("{id}", member.toString())).statusCode(422).body("detail", containsString(detail));
        assertThat(postings()).isEmpty();
    }

    @Test
    void aReasonHasRoomForFiveHundredCharactersAndNoMore() {
        var body = body(member, "credit", "1.00");
        ask(ASKER, body.replace("a test", "x".repeat(500))).statusCode(200);
        ask(ASKER, body.replace("a test", "x".repeat(501))).statusCode(422);
    }

    @Test
    void whoeverIsNoMemberAndWhateverIsNoAdjustmentIsNotFound() {
        ask(ASKER, body(UUID.randomUUID(), "credit", "1.00"))
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-member"));
        var unknown = UUID.randomUUID().toString();
        for (var reply : List.of(
                approve(OTHER, unknown),
                decline(OTHER, unknown),
                Calls.get(OTHER, "/mlm/adjustments/" + unknown).then())) {
            reply.statusCode(404).body("type", equalTo("/problems/unknown-adjustment"));
        }
    }

    @Test
    void oneKeyAsksOnce() {
        Map<String, String> repeatable = new HashMap<>(ASKER);
        repeatable.put("Idempotency-Key", UUID.randomUUID().toString());
        var first = ask(repeatable, body(member, "credit", "1.00"))
                .statusCode(200)
                .extract()
                .<String>path("id");
        ask(repeatable, body(member, "credit", "1.00"))
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
        ask(repeatable, body(member, "credit", "2.00")).statusCode(422);
        assertThat(postings()).hasSize(1);
    }

    /// Otherwise somebody could ask, be forgotten, and approve it themself.
    @Test
    void nobodyApprovesWhatSomebodyForgottenAskedFor() {
        Calls.post(ASKER, "/mlm/root", "{\"user_id\": \"%s\"}".formatted(Calls.OTHER_ADMIN))
                .then()
                .statusCode(200);
        var id = waiting(OTHER, member, "credit");
        Calls.post(ASKER, "/mlm/members/%s/forget".formatted(Calls.OTHER_ADMIN), "{\"reason\": \"asked\"}")
                .then()
                .statusCode(200);
        List<String> columns = database.transaction(connection -> EveryColumn.holding(connection, Calls.OTHER_ADMIN));
        assertThat(columns).isEmpty();
        approve(OTHER, id).statusCode(409).body("detail", containsString("nobody knows who asked for it"));
        approve(ASKER, id).statusCode(409);
        decline(ASKER, id).statusCode(200);
    }

    @Test
    void theAuditSaysWhoAskedAndWhoApproved() {
        approve(OTHER, waiting(ASKER, member, "credit")).statusCode(200);
        decline(KEY, waiting(OTHER, member, "debit")).statusCode(200);
        var audit = Calls.get(Calls.service(Role.AUDITOR), "/mlm/audit?limit=4&user_id=" + member)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(audit.<String>getList("items.act"))
                .containsExactly("adjustment_declined", "adjustment_asked", "adjustment_posted", "adjustment_asked");
        assertThat(audit.<String>getList("items.by.user_id"))
                .containsExactly(
                        null, Calls.OTHER_ADMIN.toString(), Calls.OTHER_ADMIN.toString(), Calls.ADMIN.toString());
        assertThat(audit.<String>getList("items.facts.before.status"))
                .containsExactly("waiting", null, "waiting", null);
        assertThat(audit.<String>getList("items.facts.after.status"))
                .containsExactly("declined", "waiting", "posted", "waiting");
        assertThat(audit.<String>getList("items.facts.reason")).containsOnly("a test");
    }

    /// The id of the bonus for a new member below.
    private String earned() {
        var body = "{\"source_user_id\": \"%s\", \"trigger_type\": \"referral\"}".formatted(Calls.newMember(member));
        return Calls.post(KEY, "/mlm/bonus", body)
                .then()
                .statusCode(200)
                .extract()
                .path("bonuses[0].id");
    }

    private static void pay(String bonus) {
        given().headers(KEY)
                .contentType(ContentType.JSON)
                .patch("/mlm/bonus/%s/mark-paid".formatted(bonus))
                .then()
                .statusCode(200);
    }
}
