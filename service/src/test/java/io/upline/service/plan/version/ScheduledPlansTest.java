package io.upline.service.plan.version;

import static io.upline.service.plan.version.PlanTexts.PLAN;
import static io.upline.service.plan.version.PlanTexts.PLANS;
import static io.upline.service.plan.version.PlanTexts.activate;
import static io.upline.service.plan.version.PlanTexts.another;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.upline.service.bonus.Bonuses;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plans that come in force later, or never.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(OwnNetwork.class)
class ScheduledPlansTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofDays(30);

    @AfterEach
    void everythingIsRight() {
        Checks.assertClean();
    }

    @Test
    void eventsArePaidByTheVersionOfTheirOwnTime() {
        var member = Api.newMember(Api.newRoot());
        var before = activate();
        var version = activate(at(SOON));
        Bonuses.distribute(member, "purchase").body("plan_version", equalTo(before));
        assertThat(status(version)).isEqualTo("scheduled");
        Wait.until(() -> status(version).equals("in_force"));
        Bonuses.distribute(member, "purchase").body("plan_version", equalTo(version));
        Documented.get(PLAN, Integer.toString(before)).body("status", equalTo("past"));
        Documented.delete(PLAN, Integer.toString(version))
                .statusCode(409)
                .body("detail", startsWith("Version %d of the plan came in force at ".formatted(version)));
    }

    @Test
    void aScheduledPlanIsToldInTheLogAndInTheAudit() {
        var before = activate();
        var end = Api.get("/mlm/changes?wait=0").<Integer>path("as_of_seq");
        var at = Instant.now().plus(LATE).toString();
        var version = activate("activate_at=" + at);
        Documented.get("/mlm/changes", "", "after=" + end)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("plan_scheduled"))
                .body("items[0].plan_version", equalTo(version))
                .body("items[0].effective_at", equalTo(micros(at)));
        Documented.get("/mlm/audit", "", "act=plan_scheduled&limit=1")
                .body("items[0].facts.before.plan_version", equalTo(before))
                .body("items[0].facts.after.plan_version", equalTo(version))
                .body("items[0].facts.after.effective_at", equalTo(micros(at)));
        withdraw(version);
    }

    @Test
    void aWithdrawnPlanNeverComesInForce() {
        var before = activate();
        var version = activate(at(LATE));
        var end = Api.get("/mlm/changes?wait=0").<Integer>path("as_of_seq");
        withdraw(version);
        withdraw(version);
        Documented.get("/mlm/changes", "", "after=" + end)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("plan_withdrawn"))
                .body("items[0].plan_version", equalTo(version));
        Documented.get("/mlm/audit", "", "act=plan_withdrawn&limit=1")
                .body("items[0].facts.before.plan_version", equalTo(version))
                .body("items[0].facts.after.plan_version", equalTo(before));
        Documented.delete(PLAN, Integer.toString(before)).statusCode(409);
        assertThat(activate()).isEqualTo(version + 1);
    }

    @Test
    void aPlanAtOnceLeavesAScheduledOneItsTime() {
        var scheduled = activate(at(SOON));
        var atOnce = activate();
        assertThat(atOnce).isEqualTo(scheduled + 1);
        Wait.until(() -> status(scheduled).equals("in_force"));
        assertThat(status(atOnce)).isEqualTo("past");
    }

    @Test
    void whatIsScheduledIsComparedWithWhatIsInForceThen() {
        activate();
        var first = activate(at(LATE));
        var plan = another();
        var later = at(LATE.plusDays(1));
        int second = Documented.postYaml(PLANS, later, plan)
                .body("follows", equalTo(first))
                .body("differences", hasSize(1))
                .extract()
                .path("version");
        Documented.postYaml(PLANS, at(LATE.plusDays(2)), plan)
                .body("version", equalTo(second))
                .body("changed", equalTo(false));
        withdraw(first);
        withdraw(second);
    }

    @Test
    void aPlanAtOnceIsComparedWithTheOneThatItFollowed() {
        var before = activate();
        var scheduled = activate(at(LATE));
        var atOnce = activate();
        withdraw(scheduled);
        Documented.get(PLAN + "/differences", Integer.toString(atOnce))
                .body("from", equalTo(before))
                .body("to", equalTo(atOnce))
                .body("differences", hasSize(1));
        Documented.get(PLAN + "/differences", Integer.toString(scheduled)).body("from", equalTo(before));
        Documented.get(PLAN + "/differences", "1").body("from", equalTo(1));
    }

    @Test
    void aScheduledPlanCantChangeTheWidth() {
        for (var query : new String[] {at(LATE), at(LATE) + "&dry_run=true"}) {
            Documented.postYaml(PLANS, query, another().replace("width: 3", "width: 4"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/width"))
                    .body("detail", startsWith("width: 4 is not the width in force, which is 3; "));
        }
    }

    @Test
    void theWidthStaysWhileAPlanIsScheduled() {
        activate();
        var scheduled = activate(at(LATE));
        var wider = another().replace("width: 3", "width: 4");
        refuse("", wider, scheduled);
        refuse("dry_run=true", wider, scheduled);
        withdraw(scheduled);
        Documented.postYaml(PLANS, "", wider)
                .statusCode(200)
                .body("differences", hasItem("The width is 4 instead of 3."));
        activate();
    }

    private static void refuse(String query, String wider, int scheduled) {
        var sentence = "The width in force is 3, and this plan's is 4; version %d of the plan is to come in force at "
                .formatted(scheduled);
        Documented.postYaml(PLANS, query, wider).statusCode(409).body("detail", startsWith(sentence));
    }

    @Test
    void aTimeThatIsOverIsRefused() {
        Documented.postYaml(PLANS, "activate_at=2020-01-01T00:00:00Z", another())
                .statusCode(422)
                .body("detail", containsString("name a later time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2030-01-01", "2030-01-01T00:00:00", "1e9"})
    void aTimeThatIsNoneIsRefused(String time) {
        Documented.postYaml(PLANS, "activate_at=" + time, another())
                .statusCode(400)
                .body("detail", startsWith("activate_at is \"" + time + "\"; write a time such as "));
    }

    @Test
    void aYearOfFiveDigitsIsRefused() {
        Documented.postYaml(PLANS, "activate_at=9999-12-31T23:59:59Z&dry_run=true", another())
                .statusCode(200);
        Documented.postYaml(PLANS, "activate_at=%2B10000-01-01T00:00:00Z&dry_run=true", another())
                .statusCode(400);
    }

    private static void withdraw(int version) {
        Documented.delete(PLAN, Integer.toString(version)).statusCode(200).body("status", equalTo("withdrawn"));
    }

    private static String status(int version) {
        return Documented.get(PLAN, Integer.toString(version)).extract().path("status");
    }

    private static String at(Duration later) {
        return "activate_at=" + Instant.now().plus(later);
    }

    private static String micros(String time) {
        return Instant.parse(time).truncatedTo(ChronoUnit.MICROS).toString();
    }
}
