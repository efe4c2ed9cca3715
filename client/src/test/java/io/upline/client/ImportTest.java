package io.upline.client;

import static io.upline.client.MemberFiles.HEADER;
import static io.upline.client.MemberFiles.chain;
import static io.upline.client.MemberFiles.row;
import static io.upline.client.MemberFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.fake.FakeImport;
import io.upline.client.fake.FakeService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private final FakeImport members = new FakeImport();
    private final FakeService service = new FakeService(members);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        service.close();
    }

    private Run importing(String content) {
        return Run.against(service, "import", written(folder, content));
    }

    @Test
    void everyRowOfAFileIsRegisteredAndCounted() {
        Run run = importing(chain(3));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("members.csv: 3 rows imported in ")
                .containsPattern("registered +3\n")
                .containsPattern("already present +0\n")
                .containsPattern("rejected +0\n");
        assertThat(run.err()).isEmpty();
        assertThat(members.members()).containsExactlyInAnyOrder("m1", "m2", "m3");
    }

    @Test
    void aLongFileIsSentInChunksThatTellTheirFirstLine() {
        Run run = importing(chain(20_001));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("registered +20,001\n");
        assertThat(members.queries())
                .containsExactly(
                        "/mlm/members/import?first_line=2",
                        "/mlm/members/import?first_line=10002",
                        "/mlm/members/import?first_line=20002");
    }

    @Test
    void exactlyOneFullChunkNeedsOneRequest() {
        assertThat(importing(chain(10_000)).exitCode()).isZero();
        assertThat(service.requests()).isEqualTo(1);
    }

    @Test
    void anImportThatIsRepeatedFindsEverythingPresent() {
        importing(chain(5));

        Run again = importing(chain(5));

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).containsPattern("already present +5\n").containsPattern("registered +0\n");
    }

    @Test
    void compressedFilesAreRecognizedByTheirContent() {
        Run run = Run.against(service, "import", written(folder, MemberFiles.gzipped(chain(12_345))));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("registered +12,345\n");
    }

    @Test
    void aByteOrderMarkCarriageReturnsAndAMissingLastLineBreakMakeNoDifference() {
        String windows = "\uFEFF" + chain(3).strip().replace("\n", "\r\n");

        Run run = importing(windows);

        assertThat(run.exitCode()).isZero();
        assertThat(members.members()).containsExactlyInAnyOrder("m1", "m2", "m3");
    }

    @Test
    void headerNamesMayBeQuoted() {
        assertThat(importing("\"user_id\", \"sponsor_id\", \"joined_at\"\n" + row("a", ""))
                        .exitCode())
                .isZero();
    }

    @Test
    void rejectedRowsAreListedWithTheLineThatAnEditorShows() {
        Run run = importing(HEADER + row("a", "") + row("b", "nobody") + "\r\n" + row("c", "a") + "rubbish\n\n\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("registered +2\n")
                .containsPattern("rejected +3\n")
                .endsWith("""
                        Rejected rows:
                          line 3: Sponsor nobody is unknown.
                          line 4: The row has 1 fields instead of 3.
                          line 6: The row has 1 fields instead of 3.
                        """);
    }

    @Test
    void rejectedRowsOfLaterChunksKeepTheirLineNumbers() {
        Run run = importing(chain(10_000) + row("x", "nobody"));

        assertThat(run.out()).endsWith("Rejected rows:\n  line 10002: Sponsor nobody is unknown.\n");
    }

    @Test
    void aHugeLineIsRejectedByTheClientAndTheLinesBehindItKeepTheirNumbers() {
        String huge = "x".repeat(10_000_000);

        Run run = importing(HEADER + row("a", "") + huge + "\n" + row("b", "a") + row("c", "nobody") + huge);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).containsPattern("registered +2\n").containsPattern("rejected +3\n");
        assertThat(run.out().lines().filter(line -> line.startsWith("  line ")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("  line 3: The line is longer than 4096 bytes"),
                        second -> assertThat(second).isEqualTo("  line 5: Sponsor nobody is unknown."),
                        third -> assertThat(third).startsWith("  line 6: The line is longer than 4096 bytes"));
    }

    @Test
    void aFileWithoutRowsIsNothingToDo() {
        Run run = importing(HEADER + "\n\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("0 rows imported");
        assertThat(service.requests()).isZero();
    }

    @Test
    void aFileThatIsMissingEmptyOrNoFileIsToldInASentence() {
        assertThat(Run.against(service, "import", folder + "/nothing.csv").err())
                .isEqualTo("There is no file " + folder + "/nothing.csv.\n");
        assertThat(Run.against(service, "import", folder.toString()).err())
                .isEqualTo(folder + " is a directory. Name one CSV file in it.\n");
        assertThat(Run.against(service, "import", "/dev/null").err())
                .isEqualTo("/dev/null is a pipe or a device. Save its content as a file first.\n");
        assertThat(importing("").err()).contains("members.csv is empty. Its first line must be user_id,");
        assertThat(importing("").exitCode()).isEqualTo(1);
    }

    @Test
    void aWrongHeaderIsToldBeforeAnythingIsSent() {
        Run run = importing("user_id;sponsor_id\u001b[2J;joined_at\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("must be user_id,sponsor_id,joined_at but is: user_id;sponsor_id?[2J;joined_at");
        assertThat(service.requests()).isZero();
    }

    @Test
    void aCompressedFileThatWasCutOffIsToldInASentence() {
        byte[] whole = MemberFiles.gzipped(chain(1_000));
        byte[] cut = Arrays.copyOf(whole, whole.length - 100);

        Run run = Run.against(service, "import", written(folder, cut));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("members.csv cannot be read, or is damaged");
    }

    @Test
    void namesOutsideAsciiArriveAsTheyAre() {
        importing(HEADER + row("Zoë", ""));

        assertThat(members.members())
                .containsExactly(new String("Zoë".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Test
    void aMissingFileNameIsWrongUsage() {
        assertThat(Run.of("import").exitCode()).isEqualTo(2);
    }
}
