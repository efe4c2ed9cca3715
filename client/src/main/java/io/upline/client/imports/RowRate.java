package io.upline.client.imports;

import java.util.Locale;
import java.util.function.LongSupplier;

/// How many rows are done, and how fast that went since the beginning.
final class RowRate {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoTime;
    private final long begun;

    RowRate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /// Such as `20,000 rows, 4,000/s`.
    String after(long rows) {
        double seconds = Math.max(1, nanoTime.getAsLong() - begun) / NANOS_PER_SECOND;
        return String.format(Locale.ROOT, "%,d rows, %,.0f/s", rows, rows / seconds);
    }
}
