package io.upline.service.rank;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.upline.service.network.log.AnotherReplica;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class RankTest {
    @Inject
    Database database;

    /// Worked example 3 of docs/DOMAIN.md. The original service's mistake: it counted only direct children, of whom
    /// there can be at most the width, so that Silver and above could never be reached.
    @Test
    void theRankCountsTheWholeDownlineAndNotOnlyDirectChildren() {
        evaluate(rootWithDownline(12))
                .body("message", equalTo("Assigned rank: Silver"))
                .body("rank", equalTo("Silver"))
                .body("downline_count", equalTo(12))
                .body("frontline_count", equalTo(3))
                .body("sponsored_count", equalTo(12));
    }

    @Test
    void aMemberWithTooSmallADownlineHasNoRank() {
        evaluate(rootWithDownline(2))
                .body("message", equalTo("Assigned rank: No rank"))
                .body("rank", nullValue())
                .body("previous_rank", nullValue())
                .body("since", notNullValue());
    }

    @Test
    void theReplyHasTheFactsBehindTheRank() {
        evaluate(rootWithDownline(4))
                .body("requirements.rank", equalTo(List.of("Bronze", "Silver", "Gold", "Diamond")))
                .body("requirements.met", equalTo(List.of(true, false, false, false)))
                .body("requirements[0].checks[0].figure", equalTo("downline"))
                .body("requirements[0].checks[0].actual", equalTo(4))
                .body("requirements[0].checks[0].target", equalTo(3))
                .body("next_rank.rank", equalTo("Silver"))
                .body("next_rank.checks[0].missing", equalTo(6))
                .body("plan_version", notNullValue())
                .body("as_of_seq", notNullValue());
    }

    @Test
    void sinceStaysWhereTheRankDoes() {
        var r = rootWithDownline(3);
        String since = evaluate(r).body("rank", equalTo("Bronze")).extract().path("since");
        evaluate(r).body("since", equalTo(since)).body("previous_rank", equalTo("Bronze"));
        grow(r, 7);
        String later = evaluate(r)
                .body("rank", equalTo("Silver"))
                .body("previous_rank", equalTo("Bronze"))
                .extract()
                .path("since");
        assertThat(later).isGreaterThan(since);
    }

    /// The original service's mistake: the rank was never taken back.
    @Test
    void aRankThatIsNoLongerEarnedIsTakenBack() {
        var r = rootWithDownline(10);
        evaluate(r).body("rank", equalTo("Silver"));
        var steeper = PlanFile.builtIn().replace("downline: 3", "downline: 11").replace("downline: 10", "downline: 20");
        var before = AnotherReplica.activatePlan(database, steeper);
        try {
            evaluate(r)
                    .body("message", equalTo("Assigned rank: No rank"))
                    .body("rank", nullValue())
                    .body("previous_rank", equalTo("Silver"))
                    .body("next_rank.rank", equalTo("Bronze"));
            held(r).body("rank", nullValue());
        } finally {
            AnotherReplica.activatePlan(database, before);
        }
    }

    @Test
    void theLastVerdictCanBeReadAndIsNullBeforeTheFirst() {
        var r = rootWithDownline(3);
        held(r).body("user_id", equalTo(r)).body("rank", nullValue()).body("evaluated_at", nullValue());
        String evaluatedAt = evaluate(r).extract().path("evaluated_at");
        held(r).body("rank", equalTo("Bronze")).body("evaluated_at", equalTo(evaluatedAt));
    }

    @Test
    void whoeverWasRegisteredByAnotherReplicaIsKnown() {
        evaluate(AnotherReplica.newRoot(database)).body("rank", nullValue());
    }

    @Test
    void theGatewaysRouteEvaluatesToo() {
        var r = rootWithDownline(3);
        given().contentType(ContentType.JSON)
                .body("null")
                .post("/ranks/evaluate/" + r)
                .then()
                .statusCode(200)
                .body("message", equalTo("Assigned rank: Bronze"));
    }

    @Test
    void aKeyReplaysTheVerdict() {
        var r = rootWithDownline(3);
        var key = UUID.randomUUID().toString();
        var first = keyed(r, key).statusCode(200).extract().asString();
        grow(r, 7);
        var again = keyed(r, key).statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertThat(again.extract().asString()).isEqualTo(first);
        keyed(Api.newRoot(), key).statusCode(422);
    }

    @Test
    void anUnknownMemberHasNoRank() {
        Api.post("/mlm/rank/evaluate/" + UUID.randomUUID(), "{}").then().statusCode(404);
        Api.get("/mlm/members/" + UUID.randomUUID() + "/rank").then().statusCode(404);
    }

    private static ValidatableResponse keyed(String member, String key) {
        return given().header("Idempotency-Key", key)
                .post("/mlm/rank/evaluate/" + member)
                .then();
    }

    private static ValidatableResponse evaluate(String member) {
        return Api.post("/mlm/rank/evaluate/" + member, "{}").then().statusCode(200);
    }

    private static ValidatableResponse held(String member) {
        return Api.get("/mlm/members/" + member + "/rank").then().statusCode(200);
    }

    private static String rootWithDownline(int members) {
        var r = Api.newRoot();
        grow(r, members);
        return r;
    }

    private static void grow(String sponsor, int members) {
        for (int i = 0; i < members; i++) {
            Api.newMember(sponsor);
        }
    }
}
