package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.fake.FakeService;
import io.upline.client.fake.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static final String CLEAN = """
            {"ok": true, "members": 1204, "as_of_seq": 1206, "findings": [], "findings_left_out": 0,
             "audit_sealed": 1310, "audit_hash": "5f0c1d6a", "took_ms": 1234, "writes_waited_ms": 2, "whatever_comes_later": 1}
            """;
    private static final String WRONG = """
            {"ok": false, "members": 3, "as_of_seq": 5, "findings": ["Entry 4 of the log is missing.", "Key \\u001b."],
             "findings_left_out": 1400, "took_ms": 7, "writes_waited_ms": 0}
            """;

    @Test
    void aRightNetworkIsToldInALineAndHowTheAuditEndsInAnother() {
        try (FakeService service = new FakeService((_, path, _) -> Reply.ok(path.equals("/mlm/check") ? CLEAN : ""))) {
            Run run = Run.against(service, "check");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .isEqualTo("1,204 members, as of entry 1,206 of the log: nothing differs."
                            + " Took 1.2 s; writes waited 2 ms at most.\n"
                            + "The audit ends with entry 1,310: 5f0c1d6a\n");
            assertThat(run.err()).isEqualTo("Checking the network at " + service.url() + " …\n");
        }
    }

    @Test
    void whatIsWrongIsToldLineByLine() {
        try (FakeService service = new FakeService((_, _, _) -> Reply.ok(WRONG))) {
            Run run = Run.against(service, "check");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out().lines())
                    .containsExactly(
                            "Entry 4 of the log is missing.",
                            "Key ?.",
                            "and 1,400 more.",
                            "3 members, as of entry 5 of the log: something is wrong. Took 0.0 s; writes waited 0 ms at most.");
        }
    }

    @Test
    void aBusyServiceIsWaitedFor() {
        try (FakeService service = new FakeService((_, _, _) -> Reply.ok(CLEAN)).busy(1)) {
            Run run = Run.against(service, "check");

            assertThat(run.exitCode()).isZero();
            assertThat(run.pauses()).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    void whatCouldNotBeCheckedIsNotTakenForAFinding() {
        FakeService gone = new FakeService((_, _, _) -> Reply.ok(CLEAN));
        gone.close();

        assertThat(Run.against(gone, "check").exitCode()).isEqualTo(3);
        try (FakeService refusing = new FakeService((_, _, _) -> Reply.problem(409, "A check is running already"))) {
            Run run = Run.against(refusing, "check");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).endsWith("refused: A check is running already.\n");
        }
    }

    @Test
    void aWrongOptionIsWrongUsage() {
        assertThat(Run.of("check", "--hard").exitCode()).isEqualTo(2);
    }
}
