package io.upline.client.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final AtomicLong now = new AtomicLong();
    private final StringWriter err = new StringWriter();

    private Progress lines(long total) {
        return new ProgressLines("import", total, new PrintWriter(err), now::get);
    }

    @Test
    void aLineAppearsAtMostOncePerInterval() {
        try (Progress progress = lines(1_000)) {
            progress.reached(100, "10 rows");
            now.addAndGet(ProgressLines.INTERVAL.toNanos() - 1);
            progress.reached(200, "20 rows");
            now.addAndGet(1);
            progress.reached(250, "25 rows");
            now.addAndGet(Duration.ofMillis(1).toNanos());
            progress.reached(300, "30 rows");
        }
        assertThat(err.toString().lines()).containsExactly("import: 25 %, 25 rows");
    }

    @Test
    void nobodyGuessesAShareOfWhatNobodyKnows() {
        try (Progress progress = lines(Progress.UNKNOWN)) {
            now.addAndGet(ProgressLines.INTERVAL.toNanos());
            progress.reached(250, "250 done");
        }
        assertThat(err.toString().lines()).containsExactly("import: 250 done");
    }
}
