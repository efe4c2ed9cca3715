package io.upline.service.network.writing;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// The database's time between two looks at it: the last one, moved on by this machine's steady clock. It lags by
/// the time that the look took. One thread uses it.
final class DatabaseClock {
    /// How long it is trusted without a look; no two clocks come apart by much meanwhile.
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private OptionalLong lookMicros = OptionalLong.empty();
    private long lookedAtNanos;

    /// Takes over the database's time, in µs since 1970, that was just read.
    void set(long micros) {
        lookMicros = OptionalLong.of(micros);
        lookedAtNanos = System.nanoTime();
    }

    /// The time in µs since 1970; empty when the last look was too long ago.
    OptionalLong nowMicros() {
        var nanos = System.nanoTime() - lookedAtNanos;
        return lookMicros.isPresent() && nanos < TRUSTED_NANOS
                ? OptionalLong.of(lookMicros.getAsLong() + TimeUnit.NANOSECONDS.toMicros(nanos))
                : OptionalLong.empty();
    }
}
