package io.upline.client.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// A line now and then, for logs.
final class ProgressLines implements Progress {
    static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PER_CENT = 100;

    private final String task;
    private final long totalBytes;
    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private final long begun;
    private long lastLine;

    ProgressLines(String task, long totalBytes, PrintWriter err, LongSupplier nanoTime) {
        this.task = task;
        this.totalBytes = totalBytes;
        this.err = err;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.lastLine = begun;
    }

    @Override
    public void reached(long bytes, long rows) {
        long now = nanoTime.getAsLong();
        if (now - lastLine < INTERVAL.toNanos()) {
            return;
        }
        lastLine = now;
        long share = bytes * PER_CENT / Math.max(totalBytes, 1);
        double perSecond = rows * NANOS_PER_SECOND / (now - begun);
        err.println(String.format(Locale.ROOT, "%s: %d %%, %,d rows, %,.0f/s", task, share, rows, perSecond));
        err.flush();
    }

    @Override
    public void close() {
        err.flush();
    }
}
