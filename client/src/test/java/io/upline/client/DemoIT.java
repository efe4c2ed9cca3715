package io.upline.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    @TempDir
    Path data;

    @Test
    void theDemoFillsARunningServiceAndMayBeRepeated() throws IOException, InterruptedException {
        try (var service = ServiceProcess.start(data)) {
            var first = Run.of("demo", "--url", service.url());
            var second = Run.of("demo", "--url", service.url());

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(first.out()).contains("Diamond", "earned most", "spilled over");
            assertThat(service.get("/mlm/report/network", "application/json").body())
                    .contains("\"members\":502")
                    .contains("\"roots\":2");

            var check = Run.of("check", "--url", service.url());
            assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
            assertThat(check.out()).startsWith("502 members, as of entry 504 of the log: nothing differs.");
        }
    }
}
