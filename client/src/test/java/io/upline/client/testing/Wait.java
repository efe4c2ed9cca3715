package io.upline.client.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition that another thread or process brings about.
public final class Wait {
    private static final long STEP_NANOS = 2_000_000;

    private Wait() {}

    /// Returns as soon as `condition` holds.
    ///
    /// @param what the condition in words
    /// @throws AssertionError when it doesn't hold within `limit`
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        if (!holdsWithin(limit, condition)) {
            throw new AssertionError("It did not happen within " + limit + ": " + what);
        }
    }

    /// Whether `condition` holds before `limit` is over.
    public static boolean holdsWithin(Duration limit, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }

    /// Lets a fault last: returns when `time` is over.
    public static void pass(Duration time) {
        holdsWithin(time, () -> false);
    }
}
