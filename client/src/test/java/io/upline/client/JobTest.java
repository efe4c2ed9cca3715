package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.fake.FakeService;
import io.upline.client.fake.Reply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final String ID = "019c2f3e-6d1a-7c44-b1a0-5f3a9c1d2e50";

    private static String job(String status, long done, String total, String estimate, String result, String error) {
        return """
                {"id": "%s", "kind": "mark_all_paid", "status": "%s", "cancel_requested": false,
                 "progress": {"done": %d, "total": %s}, "percent": null, "estimate": %s, "created_at": "x",
                 "started_at": null, "finished_at": null, "result": %s, "error": %s}
                """.formatted(ID, status, done, total, estimate, result, error);
    }

    private static final String QUEUED = job("queued", 0, "null", "null", "null", "null");
    private static final String RUNNING =
            job("running", 350, "1000", "{\"seconds_left\": 27, \"finishes_at\": \"x\"}", "null", "null");
    private static final String DONE = job("done", 1_000, "1000", "null", "{\"paid\": 1000}", "null");
    private static final String FAILED = job("failed", 350, "1000", "null", "null", "\"The period is closed.\"");
    private static final String CANCELLED = job("cancelled", 350, "1000", "null", "null", "null");

    private static FakeService answering(String... replies) {
        Queue<String> left = new ArrayDeque<>(List.of(replies));
        return new FakeService((_, path, _) ->
                path.equals("/mlm/jobs/" + ID) ? Reply.ok(left.remove()) : Reply.problem(404, "Nothing at " + path));
    }

    @Test
    void aJobIsFollowedToItsEndAndItsResultIsPrinted() {
        try (FakeService service = answering(QUEUED, RUNNING, RUNNING, DONE)) {
            Run run = Run.against(service, "job", ID);

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines())
                    .containsExactly("Job " + ID + " (mark_all_paid) is done after 1,000.", "{\"paid\":1000}");
            assertThat(run.pauses()).isEqualTo(Collections.nCopies(3, Duration.ofSeconds(1)));
        }
    }

    @Test
    void aJobThatFailedIsToldByItsSentence() {
        try (FakeService service = answering(RUNNING, FAILED)) {
            Run run = Run.against(service, "job", ID);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out().lines())
                    .containsExactly("Job " + ID + " (mark_all_paid) failed after 350.", "The period is closed.");
        }
    }

    @Test
    void aCancelledJobIsNotDone() {
        try (FakeService service = answering(CANCELLED)) {
            Run run = Run.against(service, "job", ID);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEqualTo("Job " + ID + " (mark_all_paid) is cancelled after 350.\n");
        }
    }

    @Test
    void aServiceThatFailsLeavesTheJobToBeFollowedLater() {
        Queue<Reply> replies = new ArrayDeque<>(List.of(Reply.ok(RUNNING), Reply.problem(500, "The service failed")));
        try (FakeService service = new FakeService((_, _, _) -> replies.remove())) {
            Run run = Run.against(service, "job", ID);

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).endsWith("The job itself goes on; repeat the same command to follow it.\n");
        }
    }

    @Test
    void anUnknownJobIsToldAsTheServiceTellsIt() {
        try (FakeService service = new FakeService((_, _, _) -> Reply.problem(404, "There is no job"))) {
            Run run = Run.against(service, "job", ID);

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).endsWith("refused: There is no job.\n");
        }
    }

    @Test
    void whatIsNoIdIsWrongUsage() {
        assertThat(Run.of("job", "42").exitCode()).isEqualTo(2);
        assertThat(Run.of("job").exitCode()).isEqualTo(2);
    }
}
