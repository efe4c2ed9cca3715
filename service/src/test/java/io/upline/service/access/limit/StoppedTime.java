package io.upline.service.access.limit;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until a test moves it.
@Alternative
@Singleton
public class StoppedTime implements TimeMeter {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

    /// Moves it on.
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    /// It is the replicas' common clock, too.
    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
