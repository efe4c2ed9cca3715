package io.upline.client.faults.load;

import java.time.Duration;

/// When something last happened, and the longest time it ever took until it happened again.
public final class Rhythm {
    private long lastNanos = System.nanoTime();
    private long longestNanos;

    synchronized void beat() {
        var now = System.nanoTime();
        longestNanos = Math.max(longestNanos, now - lastNanos);
        lastNanos = now;
    }

    /// Begins to measure anew, from now on.
    public synchronized void restart() {
        lastNanos = System.nanoTime();
        longestNanos = 0;
    }

    /// The longest gap since the last restart, the one that lasts still included.
    public synchronized Duration longestGap() {
        return Duration.ofNanos(Math.max(longestNanos, System.nanoTime() - lastNanos));
    }
}
