package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.upline.client.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportIT {
    @TempDir
    Path data;

    @Test
    void aRealNetworkOf100kMembersComesInWithTheFiguresItIsKnownFor() throws IOException, InterruptedException {
        try (var service = ServiceProcess.start(data)) {
            var checked = Run.of("import", "--dry-run", RealNetwork.FILE.toString(), "--url", service.url());
            var first = Run.of("import", RealNetwork.FILE.toString(), "--url", service.url());
            var second = Run.of("import", RealNetwork.FILE.toString(), "--url", service.url());

            assertThat(checked.out()).containsPattern("can be registered +100,000");
            assertThat(first.out()).containsPattern("registered +100,000");
            assertThat(second.out()).containsPattern("already present +100,000");
            assertThat(first.exitCode()).isZero();
            var figures = new JsonMapper()
                    .readTree(service.get("/mlm/report/network", "application/json")
                            .body());
            assertThat(figures.toString()).contains("""
                    "members":100000,"roots":3,"spilled_over":24283,"levels":28,"largest_downline":72393""");
            assertThat(figures.get("ranks").toString()).isEqualTo("""
                            {"Bronze":18418,"Silver":6894,"Gold":2506,"Diamond":2570,"No rank":69612}""");
        }
    }

    @Test
    void rowsThatCannotBeTakenAreListedAndTheRestGoesIn() throws IOException {
        var file = data.resolve("members.csv");
        Files.writeString(file, """
                user_id,sponsor_id,joined_at
                11111111-1111-4111-8111-111111111111,,2024-01-01T00:00:00Z
                22222222-2222-4222-8222-222222222222,11111111-1111-4111-8111-111111111111,2024-01-01T00:00:01Z
                not-a-uuid,11111111-1111-4111-8111-111111111111,2024-01-01T00:00:02Z
                33333333-3333-4333-8333-333333333333,99999999-9999-4999-8999-999999999999,2024-01-01T00:00:03Z
                44444444-4444-4444-8444-444444444444,44444444-4444-4444-8444-444444444444,2024-01-01T00:00:04Z
                55555555-5555-4555-8555-555555555555,11111111-1111-4111-8111-111111111111,2999-01-01T00:00:05Z
                66666666-6666-4666-8666-666666666666,11111111-1111-4111-8111-111111111111
                22222222-2222-4222-8222-222222222222,,2024-01-01T00:00:07Z

                77777777-7777-4777-8777-777777777777,22222222-2222-4222-8222-222222222222,2024-01-01T00:00:09Z
                """);
        try (var service = ServiceProcess.start(data)) {
            var run = Run.of("import", file.toString(), "--url", service.url());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out())
                    .containsPattern("registered +3")
                    .containsPattern("rejected +7")
                    .contains(
                            "user_id \"not-a-uuid\" is not a UUID",
                            "Sponsor 99999999-9999-4999-8999-999999999999 is not a member",
                            "can't be their own sponsor",
                            "lies in the future",
                            "has 2 columns",
                            "is a member already, sponsored by 11111111-1111-4111-8111-111111111111",
                            "line is empty");
        }
    }
}
