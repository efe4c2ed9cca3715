package io.upline.client.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    @Test
    void aLineAppearsAtMostOncePerInterval() {
        AtomicLong now = new AtomicLong();
        StringWriter err = new StringWriter();
        try (Progress progress = new ProgressLines("import", 1_000, new PrintWriter(err), now::get)) {
            progress.reached(100, 10);
            now.addAndGet(ProgressLines.INTERVAL.toNanos() - 1);
            progress.reached(200, 20);
            now.addAndGet(1);
            progress.reached(250, 20_000);
            now.addAndGet(Duration.ofMillis(1).toNanos());
            progress.reached(300, 30_000);
        }

        assertThat(err.toString().lines()).containsExactly("import: 25 %, 20,000 rows, 4,000/s");
    }
}
