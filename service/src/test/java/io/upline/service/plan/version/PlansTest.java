package io.upline.service.plan.version;

import static io.restassured.RestAssured.given;
import static io.upline.service.plan.version.PlanTexts.PLAN;
import static io.upline.service.plan.version.PlanTexts.PLANS;
import static io.upline.service.plan.version.PlanTexts.activate;
import static io.upline.service.plan.version.PlanTexts.another;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.upline.service.bonus.Bonuses;
import io.upline.service.network.command.Proposal;
import io.upline.service.network.log.ProposedSettings;
import io.upline.service.openapi.Documented;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plans that come in force at once.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(OwnNetwork.class)
class PlansTest {
    @Inject
    Database database;

    @AfterEach
    void everythingIsRight() {
        Checks.assertClean();
    }

    @Test
    void aPlanIsInForceAtOnceAndTheReplySaysWhatIsDifferent() {
        var before = activate();
        var plan = another().replace("  purchase:\n", "  purchase:\n    once: per_source\n");
        Documented.postYaml(PLANS, "", plan)
                .statusCode(200)
                .body("version", equalTo(before + 1))
                .body("follows", equalTo(before))
                .body("changed", equalTo(true))
                .body("differences", hasSize(2))
                .body(
                        "differences[0]",
                        equalTo("The trigger purchase pays once for each member instead of once for each reference."))
                .body("differences[1]", startsWith("The bonuses of the trigger purchase are held for "));
        var member = Api.newMember(Api.newRoot());
        Bonuses.distribute(member, "purchase").body("plan_version", equalTo(before + 1));
    }

    @Test
    void thePlanThatIsInForceAnywayChangesNothing() {
        var plan = another();
        int version = Documented.postYaml(PLANS, "", plan).extract().path("version");
        Documented.postYaml(PLANS, "", plan + "\n# with another comment\n")
                .statusCode(200)
                .body("version", equalTo(version))
                .body("follows", equalTo(version))
                .body("changed", equalTo(false))
                .body("differences", empty());
        assertThat(newest()).isEqualTo(version);
    }

    @Test
    void onlyCheckingChangesNothing() {
        var before = activate();
        var entries = Api.get("/mlm/audit?limit=1").path("items[0].sealed");
        Documented.postYaml(PLANS, "dry_run=true", another())
                .statusCode(200)
                .body("version", equalTo(before + 1))
                .body("changed", equalTo(true))
                .body("differences", hasSize(1));
        assertThat(newest()).isEqualTo(before);
        assertThat(Api.get("/mlm/audit?limit=1").<Object>path("items[0].sealed"))
                .isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dry_run=true"})
    void everyMistakeIsToldWithItsLine(String query) {
        var before = newest();
        Documented.postYaml(PLANS, query, "currency: usd\nwidth: 300\ntriggers: {}\nranks: []\n")
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", contains("", "", ""))
                .body(
                        "errors.detail",
                        contains(
                                "line 1: currency: \"usd\" is not a currency; did you mean \"USD\"?",
                                "line 2: width: 300 can't be the width; write a whole number from 1 to 100.",
                                "line 3: triggers: a plan without triggers pays nobody; write at least one."));
        assertThat(newest()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "text/yaml", "text/plain", "application/yaml;charset=UTF-8"})
    void aPlanMayBeCalledByAnyOfItsTypes(String type) {
        var before = newest();
        given().header("Content-Type", type)
                .body(another().getBytes(StandardCharsets.UTF_8))
                .post(PLANS)
                .then()
                .statusCode(200)
                .body("version", equalTo(before + 1));
    }

    @Test
    void jsonIsYamlToo() {
        Documented.post(PLANS, "", """
                        {"currency": "USD", "width": 3, "ranks": [],
                         "triggers": {"json": {"rules": [{"name": "json", "line": "sponsor", "amounts": [1.50]}]}}}
                        """).statusCode(200).body("changed", equalTo(true));
    }

    @Test
    void aPlanThatIsNotUtf8IsRefused() {
        given().header("Content-Type", "application/yaml")
                .body(new byte[] {(byte) 0xC3, (byte) 0x28})
                .post(PLANS)
                .then()
                .statusCode(422)
                .body("detail", equalTo("The plan is not UTF-8; send it in that encoding."));
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        var key = UUID.randomUUID().toString();
        var plan = another();
        var first = keyed(key, plan).statusCode(200).extract();
        activate();
        var again = keyed(key, plan)
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .extract();
        assertThat(again.asString()).isEqualTo(first.asString());
        keyed(key, another()).statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    private static ValidatableResponse keyed(String key, String plan) {
        return given().header("Content-Type", "application/yaml")
                .header("Idempotency-Key", key)
                .body(plan.getBytes(StandardCharsets.UTF_8))
                .post(PLANS)
                .then();
    }

    @Test
    void anotherWidthComesInForceWithItsPlan() {
        var root = Api.newRoot();
        var wider = another().replace("width: 3", "width: 1");
        Documented.postYaml(PLANS, "", wider).statusCode(200);
        var first = Api.newMember(root);
        var second = Api.newMember(root);
        Documented.get("/mlm/members/{user_id}", second).body("parent_id", equalTo(first));
        Documented.get("/mlm/audit", "", "act=width_changed&limit=1")
                .body("items[0].facts.before.width", equalTo(3))
                .body("items[0].facts.after.width", equalTo(1))
                .body("items[0].by.role", equalTo("admin"));
        Documented.postYaml(PLANS, "", another()).statusCode(200);
        Documented.get("/mlm/members/{user_id}", Api.newMember(root)).body("parent_id", equalTo(root));
    }

    @Test
    void aPlanWhoseWidthTheConfigurationOverruledIsPutInForceAgainWithIt() throws SQLException {
        var plan = another();
        int version = Documented.postYaml(PLANS, "", plan).extract().path("version");
        ProposedSettings.bringInForce(database, new Proposal(OptionalInt.of(4), 3, plan));
        Documented.postYaml(PLANS, "", plan)
                .statusCode(200)
                .body("version", equalTo(version + 1))
                .body("changed", equalTo(true))
                .body("differences", contains("The width is 3 instead of 4."));
        Documented.postYaml(PLANS, "", plan).body("changed", equalTo(false));
    }

    @Test
    void theAuditSaysWhoPutWhichPlanInForce() {
        var before = activate();
        var version = activate();
        Documented.get("/mlm/audit", "", "act=plan_activated&limit=1")
                .body("items[0].by.role", equalTo("admin"))
                .body("items[0].facts.before.plan_version", equalTo(before))
                .body("items[0].facts.after.plan_version", equalTo(version))
                .body("items[0].facts.after.effective_at", equalTo(plan(version, "effective_at")))
                .body("items[0].facts.document_sha256.length()", equalTo(64));
    }

    @Test
    void versionsAreListedNewestFirstPageByPage() {
        activate();
        var newest = activate();
        String next = Documented.get(PLANS, "", "limit=2")
                .body("items.version", contains(newest, newest - 1))
                .body("items.status", contains("in_force", "past"))
                .extract()
                .path("next");
        List<Integer> rest = Documented.get(PLANS, "", "limit=1000&cursor=" + next)
                .body("next", equalTo(null))
                .extract()
                .path("items.version");
        assertThat(rest).startsWith(newest - 2).endsWith(1);
        Api.get(PLANS + "?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void aVersionIsReadWithItsDocument() {
        int version = Documented.postYaml(PLANS, "", another()).extract().path("version");
        String document = Documented.get(PLAN, Integer.toString(version))
                .body("version", equalTo(version))
                .body("status", equalTo("in_force"))
                .extract()
                .path("document");
        Documented.postYaml(PLANS, "dry_run=true", document).body("changed", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "one", "999999999", "99999999999", "1.0"})
    void aVersionThatIsNotThereIsNotFound(String version) {
        Documented.get(PLAN, version).statusCode(404).body("type", equalTo("/problems/unknown-plan"));
        Documented.get(PLAN + "/differences", version).statusCode(404);
        Documented.delete(PLAN, version).statusCode(404);
    }

    @Test
    void differencesFromAVersionThatIsNotThereAreNotFound() {
        Documented.get(PLAN + "/differences", "1", "from=999999999").statusCode(404);
        Documented.get(PLAN + "/differences", "1", "from=0").statusCode(400);
        Documented.get(PLAN + "/differences", "1", "from=one").statusCode(400);
    }

    @Test
    void differencesAreToldFromTheVersionBeforeOrAnyOther() {
        var older = activate();
        var newer = activate();
        var differences = PLAN + "/differences";
        Documented.get(differences, Integer.toString(newer))
                .body("from", equalTo(older))
                .body("to", equalTo(newer))
                .body("differences", hasSize(1));
        Documented.get(differences, Integer.toString(older), "from=" + newer)
                .body("from", equalTo(newer))
                .body("to", equalTo(older))
                .body("differences", hasSize(1));
        Documented.get(differences, Integer.toString(newer), "from=" + newer).body("differences", empty());
        Documented.get(differences, "1").body("from", equalTo(1)).body("differences", empty());
        Documented.get(differences, Integer.toString(newer), "from=1").body("differences", not(empty()));
    }

    private static int newest() {
        return Documented.get(PLANS, "", "limit=1").extract().path("items[0].version");
    }

    private static String plan(int version, String field) {
        return Documented.get(PLAN, Integer.toString(version)).extract().path(field);
    }
}
