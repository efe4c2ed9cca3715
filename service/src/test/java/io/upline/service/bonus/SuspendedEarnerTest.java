package io.upline.service.bonus;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/// By the built-in plan a suspended member's level is lost.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SuspendedEarnerTest {
    @Test
    void aSuspendedMemberEarnsNothingAndNobodyElseGetsIt() {
        var root = Api.newRoot();
        var member = Api.newMember(root);
        var recruit = Api.newMember(member);
        standing(member, "suspend");
        Bonuses.distribute(recruit, "referral")
                .body("bonuses.user_id", contains(root))
                .body("bonuses.level", contains(2))
                .body("total_amount", equalTo(5.00f));
        Api.get("/mlm/bonus/user/" + member).then().body("size()", equalTo(0));
    }

    @Test
    void whatWasEarnedBeforeStaysAndAfterReinstatingTheMemberEarnsAgain() {
        var root = Api.newRoot();
        var member = Api.newMember(root);
        Bonuses.distribute(Api.newMember(member), "referral").body("bonuses.user_id", contains(member, root));
        var recruit = Api.newMember(member);
        standing(member, "suspend");
        standing(member, "reinstate");
        Bonuses.distribute(recruit, "referral").body("bonuses.user_id", contains(member, root));
        Api.get("/mlm/bonus/user/" + member).then().body("size()", equalTo(2));
    }

    private static void standing(String member, String verb) {
        Api.post("/mlm/members/%s/%s".formatted(member, verb), "{\"reason\": \"a test\"}")
                .then()
                .statusCode(200);
    }
}
