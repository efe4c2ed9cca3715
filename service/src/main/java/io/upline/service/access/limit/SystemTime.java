package io.upline.service.access.limit;

import io.github.bucket4j.TimeMeter;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/// The time by which buckets are filled again, where no test says another: it never goes back.
@Singleton
@DefaultBean
class SystemTime implements TimeMeter {
    @Override
    public long currentTimeNanos() {
        return System.nanoTime();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
