package io.upline.client.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// A line now and then, for logs.
final class ProgressLines implements Progress {
    static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int PER_CENT = 100;

    private final String task;
    private final long total;
    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private long lastLine;

    ProgressLines(String task, long total, PrintWriter err, LongSupplier nanoTime) {
        this.task = task;
        this.total = total;
        this.err = err;
        this.nanoTime = nanoTime;
        this.lastLine = nanoTime.getAsLong();
    }

    @Override
    public void reached(long done, String note) {
        long now = nanoTime.getAsLong();
        if (now - lastLine < INTERVAL.toNanos()) {
            return;
        }
        lastLine = now;
        err.println(task + ": " + share(done) + note);
        err.flush();
    }

    private String share(long done) {
        return total == UNKNOWN
                ? ""
                : String.format(Locale.ROOT, "%d %%, ", (long) (PER_CENT * (double) done / Math.max(total, 1)));
    }

    @Override
    public void close() {
        err.flush();
    }
}
