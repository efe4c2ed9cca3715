package io.upline.client.faults.load;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// How long something took, many times.
public final class Latencies {
    private long[] nanos = new long[1024];
    private int size;

    /// Adds one.
    public synchronized void add(long tookNanos) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = tookNanos;
    }

    /// How many there are.
    public synchronized int size() {
        return size;
    }

    /// The smallest that is not exceeded by that share of all, in ms; 0 when there are none.
    ///
    /// @param share 0 to 1
    public synchronized long millis(double share) {
        if (size == 0) {
            return 0;
        }
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        var index = (int) Math.ceil(share * size) - 1;
        return TimeUnit.NANOSECONDS.toMillis(sorted[Math.max(0, index)]);
    }

    @Override
    public String toString() {
        return "p50 %,d ms, p99 %,d ms, max %,d ms of %,d".formatted(millis(0.5), millis(0.99), millis(1), size());
    }
}
