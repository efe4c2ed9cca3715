package io.upline.service.platform.job.scheduling;

import com.github.kagkarlsson.scheduler.Clock;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.database.OutcomeUnknown;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The database's time, so that replicas whose clocks differ agree on who is alive. Asked for once a minute; what
/// passes in between is counted here. For any number of threads.
final class DatabaseTime implements Clock {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Database database;
    private @Nullable Reading last;
    private long lastTry;

    private record Reading(Instant time, long nanos) {
        Instant after(long now) {
            return time.plusNanos(now - nanos);
        }
    }

    DatabaseTime(Database database) {
        this.database = database;
    }

    @Override
    public synchronized Instant now() {
        var now = System.nanoTime();
        if (last == null || now - lastTry > PERIOD.toNanos()) {
            lastTry = now;
            read();
        }
        return last == null ? Instant.now() : last.after(System.nanoTime());
    }

    /// With the database away, time goes on as it did.
    private void read() {
        try {
            var micros = database.nowMicros();
            last = new Reading(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), System.nanoTime());
        } catch (DatabaseUnavailable | OutcomeUnknown e) {
            // asked again in a minute, or, when it was never known, at once
        }
    }
}
