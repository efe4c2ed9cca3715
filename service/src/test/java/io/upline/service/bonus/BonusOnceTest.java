package io.upline.service.bonus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Nothing is paid twice.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BonusOnceTest {
    private static final int THREADS = 32;

    /// The original service's mistake: a repeated trigger paid again.
    @Test
    void aRepeatedReferralPaysOnce() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        String event = Bonuses.distribute(a, "referral").extract().path("event_id");
        Bonuses.distribute(a, "referral")
                .body("repeated", equalTo(true))
                .body("event_id", equalTo(event))
                .body("bonuses", hasSize(1))
                .body("bonuses[0].user_id", equalTo(r));
        Api.get("/mlm/bonus/user/" + r).then().body("", hasSize(1));
    }

    @Test
    void aReferralIsTheSameOneWhateverElseItSays() {
        var a = Api.newMember(Api.newRoot());
        String event = Bonuses.distribute(a, "referral").extract().path("event_id");
        Bonuses.post(Bonuses.body(a, "referral", reference() + ", \"amount\": 7"))
                .statusCode(200)
                .body("event_id", equalTo(event));
        Bonuses.post(Bonuses.body(a, "referral", ", \"amount\": 8"))
                .statusCode(200)
                .body("event_id", equalTo(event));
    }

    @Test
    void aReferencePaysOncePerTrigger() {
        var r = Api.newRoot();
        var order = reference();
        String event = Bonuses.post(Bonuses.body(r, "purchase", order + ", \"amount\": 20"))
                .body("repeated", equalTo(false))
                .extract()
                .path("event_id");
        Bonuses.post(Bonuses.body(r, "purchase", order + ", \"amount\": 20.0"))
                .statusCode(200)
                .body("repeated", equalTo(true))
                .body("event_id", equalTo(event));
        Bonuses.post(Bonuses.body(r, "referral", order))
                .statusCode(200)
                .body("repeated", equalTo(false))
                .body("event_id", not(equalTo(event)));
    }

    @Test
    void aRepeatMayLeaveTheAmountOut() {
        var r = Api.newRoot();
        var order = reference();
        Bonuses.post(Bonuses.body(r, "purchase", order + ", \"amount\": 20")).statusCode(200);
        Bonuses.post(Bonuses.body(r, "purchase", order)).statusCode(200).body("repeated", equalTo(true));
    }

    @Test
    void theSameReferenceWithAnotherAmountIsAConflictThatNamesBoth() {
        var r = Api.newRoot();
        var order = reference();
        Bonuses.post(Bonuses.body(r, "purchase", order + ", \"amount\": 20")).statusCode(200);
        Bonuses.post(Bonuses.body(r, "purchase", order + ", \"amount\": 21"))
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", allOf(containsString("20.00"), containsString("21.00")));
    }

    @Test
    void theSameReferenceWithAnotherSourceIsAConflictThatNamesBoth() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        var order = reference();
        Bonuses.post(Bonuses.body(r, "purchase", order)).statusCode(200);
        Bonuses.post(Bonuses.body(a, "purchase", order))
                .statusCode(409)
                .body("detail", allOf(containsString(r), containsString(a)));
    }

    @Test
    void aReferralCanNotTakeTheReferenceOfAnotherOne() {
        var r = Api.newRoot();
        var order = reference();
        Bonuses.post(Bonuses.body(r, "referral", order)).statusCode(200);
        Bonuses.post(Bonuses.body(Api.newMember(r), "referral", order)).statusCode(409);
    }

    @Test
    void aPurchaseWithNeitherReferenceNorKeyIsANewOneEachTime() {
        var r = Api.newRoot();
        var a = Api.newMember(r);
        Bonuses.distribute(a, "purchase");
        Bonuses.distribute(a, "purchase").body("repeated", equalTo(false));
        Api.get("/mlm/bonus/user/" + r).then().body("", hasSize(2));
    }

    @Test
    void anIdempotencyKeyReplaysTheFirstAnswerToTheLetter() {
        var body = Bonuses.body(Api.newMember(Api.newRoot()), "purchase", "");
        var key = UUID.randomUUID().toString();
        var first = Bonuses.post(body, key).statusCode(200).extract();
        assertThat(first.header("Idempotency-Replayed")).isNull();
        var second = Bonuses.post(body, key).statusCode(200).extract();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void anIdempotencyKeyBelongsToOnePayload() {
        var r = Api.newRoot();
        var key = UUID.randomUUID().toString();
        Bonuses.post(Bonuses.body(r, "purchase", ""), key).statusCode(200);
        Bonuses.post(Bonuses.body(r, "purchase", ", \"amount\": 1"), key)
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void manyWhoRepeatOneReferralAtOnceAllHearOfTheSameEvent() throws Exception {
        var r = Api.newRoot();
        var body = Bonuses.body(Api.newMember(r), "referral", "");
        requireOneEvent(AtOnce.times(THREADS, () -> event(body)));
        Api.get("/mlm/bonus/user/" + r).then().body("", hasSize(1));
    }

    @Test
    void manyWhoRepeatOneReferenceAtOnceAllHearOfTheSameEvent() throws Exception {
        var r = Api.newRoot();
        var body = Bonuses.body(Api.newMember(r), "purchase", reference() + ", \"amount\": 3");
        requireOneEvent(AtOnce.times(THREADS, () -> event(body)));
        Api.get("/mlm/bonus/user/" + r).then().body("", hasSize(1));
    }

    @Test
    void manyWhoSendOneKeyAtOnceAllGetTheSameAnswer() throws Exception {
        var r = Api.newRoot();
        var body = Bonuses.body(Api.newMember(r), "purchase", "");
        var key = UUID.randomUUID().toString();
        requireOneEvent(AtOnce.times(
                THREADS, () -> Bonuses.post(body, key).statusCode(200).extract().<String>path("event_id")));
        Api.get("/mlm/bonus/user/" + r).then().body("", hasSize(1));
    }

    private static String event(String body) {
        return Bonuses.post(body).statusCode(200).extract().path("event_id");
    }

    private static void requireOneEvent(List<String> events) {
        assertThat(events).hasSize(THREADS).containsOnly(events.getFirst());
    }

    private static String reference() {
        return ", \"reference\": \"%s\"".formatted(UUID.randomUUID());
    }
}
