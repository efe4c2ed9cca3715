package io.upline.client;

import static io.upline.client.MemberFiles.chain;
import static io.upline.client.MemberFiles.row;
import static io.upline.client.MemberFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.fake.FakeImport;
import io.upline.client.fake.FakeService;
import io.upline.client.fake.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTroubleTest {
    private final FakeImport members = new FakeImport();

    @TempDir
    private Path folder;

    @Test
    void aBusyServiceIsWaitedForAsLongAsItAsks() {
        try (FakeService service = new FakeService(members).busy(2)) {
            Run run = Run.against(service, "import", written(folder, chain(3)));

            assertThat(run.exitCode()).isZero();
            assertThat(run.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
        }
    }

    @Test
    void aServiceThatStaysBusyIsGivenUpAfterABoundedNumberOfAttempts() {
        try (FakeService service = new FakeService(members).busy(Run.ATTEMPTS)) {
            Run run = Run.against(service, "import", written(folder, chain(3)));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("is still busy after 4 attempts: Too much work is waiting.");
            assertThat(service.requests()).isEqualTo(Run.ATTEMPTS);
        }
    }

    @Test
    void aConnectionThatBreaksTellsHowFarItCameAndTheSameCommandCompletesIt() {
        String file = written(folder, chain(25_000));
        try (FakeService service = new FakeService(members).breakConnectionAt(3)) {
            Run broken = Run.against(service, "import", file);

            assertThat(broken.exitCode()).isEqualTo(1);
            assertThat(broken.out()).containsPattern("registered +20,000\n");
            assertThat(broken.err())
                    .contains("The connection to " + service.url() + " broke.")
                    .contains("Everything up to line 20001 is done and stays done. Repeat the same command");

            Run repeated = Run.against(service, "import", file);

            assertThat(repeated.exitCode()).isZero();
            assertThat(repeated.out())
                    .containsPattern("registered +5,000\n")
                    .containsPattern("already present +20,000\n");
        }
    }

    @Test
    void aRefusalIsToldInTheServicesOwnWords() {
        try (FakeService service = new FakeService((_, _, body) ->
                body.readAllBytes().length == 0 ? Reply.ok("{}") : Reply.problem(422, "The header line is wrong."))) {
            Run run = Run.against(service, "import", written(folder, chain(3)));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo("The service at " + service.url() + " refused: The header line is wrong.\n");
        }
    }

    @Test
    void somethingElseAtTheAddressIsToldInASentence() {
        try (FakeService service = new FakeService((_, _, body) -> Reply.ok("<html>" + body.readAllBytes().length))) {
            Run run = Run.against(service, "import", written(folder, chain(3)));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("What answers at " + service.url() + " is not an Upline service.");
        }
    }

    @Test
    void aServiceThatDoesNotRunIsToldInASentence() {
        FakeService gone = new FakeService(members);
        gone.close();

        Run run = Run.against(gone, "import", written(folder, chain(3)));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("No service answers at " + gone.url()
                        + ". Start it with ./upline serve, or name another with --url.\n");
    }

    @Test
    void rowsThatTheServiceRejectsWithoutListingThemAreCounted() {
        String reply =
                "{\"registered\":0,\"present\":0,\"rejected_count\":3,\"rejected\":[{\"line\":2,\"reason\":\"No\\u001b.\"}]}";
        try (FakeService service = new FakeService((_, _, body) -> body.read() < 0 ? Reply.ok("") : Reply.ok(reply))) {
            Run run = Run.against(service, "import", written(folder, chain(3)));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).endsWith("  line 2: No?.\n  and 2 more, which the service does not list\n");
        }
    }

    @Test
    void aDryRunSendsTheWholeFileInOneRequestAndWritesNothing() {
        try (FakeService service = new FakeService(members)) {
            String file = written(folder, chain(30_000) + "x".repeat(5_000) + "\n" + row("z", "nobody"));

            Run run = Run.against(service, "import", "--dry-run", file);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(members.queries()).containsExactly("/mlm/members/import?dry_run=true");
            assertThat(members.members()).isEmpty();
            assertThat(run.out())
                    .contains("30,002 rows checked, nothing was written")
                    .containsPattern("can be registered +30,000\n")
                    .containsPattern("rejected +2\n")
                    .contains("  line 30002: The line is longer than 4096 bytes")
                    .endsWith("  line 30003: Sponsor nobody is unknown.\n");
        }
    }

    @Test
    void aDryRunOfADamagedFileTellsOfTheFile() {
        byte[] whole = MemberFiles.gzipped(chain(60_000));
        byte[] cut = Arrays.copyOf(whole, whole.length - 1_000);
        try (FakeService service = new FakeService(members)) {
            Run run = Run.against(service, "import", "--dry-run", written(folder, cut));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("members.csv cannot be read, or is damaged");
        }
    }

    @Test
    void aDryRunIsRepeatedFromTheBeginningWhenTheServiceIsBusy() {
        try (FakeService service = new FakeService(members).busy(1)) {
            Run run = Run.against(service, "import", "--dry-run", written(folder, chain(15_000)));

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).containsPattern("can be registered +15,000\n");
        }
    }
}
