package io.upline.service.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition that another thread brings about.
public final class Wait {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long STEP_NANOS = 2_000_000;

    private Wait() {}

    /// Returns as soon as `condition` holds.
    ///
    /// @throws AssertionError when it doesn't within 20 s
    public static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within " + LIMIT + ".");
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
