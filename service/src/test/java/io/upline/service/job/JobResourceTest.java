package io.upline.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class JobResourceTest {
    private static ValidatableResponse job(UUID id) {
        return Api.get("/mlm/jobs/" + id).then().statusCode(200);
    }

    private static ValidatableResponse cancel(UUID id) {
        return Api.post("/mlm/jobs/" + id + "/cancel", "null").then();
    }

    private static void awaitStatus(UUID id, String status) {
        Wait.until(() -> job(id).extract().path("status").equals(status));
    }

    private static UUID done() {
        HeldBack.allow(1);
        var id = HeldBack.submit(1);
        awaitStatus(id, "done");
        return id;
    }

    @Test
    void aJobTellsHowFarItIsAndWhenItWillBeDone() {
        HeldBack.allow(1);
        var id = HeldBack.submit(4);
        Wait.until(() -> job(id).extract().<Integer>path("progress.done") == 1);
        job(id).body("kind", equalTo("held_back"))
                .body("status", equalTo("running"))
                .body("progress.total", equalTo(4))
                .body("percent", equalTo(25))
                .body("estimate.seconds_left", greaterThanOrEqualTo(1))
                .body("estimate.finishes_at", containsString("T"))
                .body("started_at", notNullValue())
                .body("finished_at", nullValue())
                .body("result", nullValue());
        HeldBack.allow(4);
        awaitStatus(id, "done");
    }

    @Test
    void aJobThatIsDoneHasItsResult() {
        job(done())
                .body("percent", equalTo(100))
                .body("progress.done", equalTo(1))
                .body("estimate", nullValue())
                .body("finished_at", notNullValue())
                .body("result.steps", equalTo(1))
                .body("error", nullValue());
        assertThat(Api.get("/metrics").asString())
                .contains("upline_jobs_total{kind=\"held_back\",status=\"done\"}")
                .contains("\nupline_jobs_running ");
    }

    @Test
    void aJobThatFailedSaysWhyInASentence() {
        var id = HeldBack.submit(-3);
        awaitStatus(id, "failed");
        job(id).body("error", equalTo("There is no less than nothing to do."))
                .body("result", nullValue())
                .body("percent", equalTo(0));
    }

    @Test
    void aCancelledJobStopsAndCancellingAgainChangesNothing() {
        HeldBack.allow(2);
        var id = HeldBack.submit(9);
        Wait.until(() -> job(id).extract().<Integer>path("progress.done") == 2);
        cancel(id).statusCode(200).body("cancel_requested", equalTo(true));
        awaitStatus(id, "cancelled");
        var before = job(id).extract().asString();
        cancel(id).statusCode(200);
        assertThat(job(id).extract().asString()).isEqualTo(before);
        job(id).body("progress.done", equalTo(2)).body("finished_at", notNullValue());
    }

    @Test
    void whatIsOverCannotBeCancelledAndTheRefusalSaysHowItEnded() {
        var id = done();
        cancel(id)
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", equalTo("Job " + id + " is done; there is nothing left to cancel."));
    }

    @Test
    void anUnknownJobIsAProblemOfItsOwn() {
        var id = UUID.randomUUID();
        Api.get("/mlm/jobs/" + id).then().statusCode(404).body("type", equalTo("/problems/unknown-job"));
        cancel(id).statusCode(404).body("detail", equalTo("There is no job " + id + "."));
    }

    private static JsonPath list(String query) {
        return Api.get("/mlm/jobs?" + query).then().statusCode(200).extract().jsonPath();
    }

    private static List<String> ids(String query) {
        return list(query).getList("items.id");
    }

    @Test
    void theListIsReadPageByPageNewestFirst() {
        var first = done().toString();
        var second = done().toString();
        var read = new ArrayList<String>();
        @Nullable String next = "";
        while (next != null) {
            var page = list("status=done&limit=1&cursor=" + next);
            read.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        assertThat(read).containsSubsequence(second, first).isEqualTo(ids("status=done"));
    }

    @Test
    void theListHasOnlyTheStatusThatIsAskedFor() {
        var id = done().toString();
        assertThat(ids("status=done")).contains(id);
        assertThat(ids("status=")).contains(id);
        assertThat(ids("status=failed")).doesNotContain(id);
    }

    @Test
    void aWrongStatusAndACursorOfAnotherListAreRefused() {
        Api.get("/mlm/jobs?status=lost").then().statusCode(400).body("detail", containsString("\"lost\""));
        done();
        done();
        var next = list("status=done&limit=1").getString("next");
        Api.get("/mlm/jobs?cursor=" + next).then().statusCode(400);
    }
}
