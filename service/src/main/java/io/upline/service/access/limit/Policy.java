package io.upline.service.access.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/// How many requests callers of one kind may send.
///
/// @param name what the kind is called in replies and metrics, such as `key`
/// @param perSecond requests a second in the long run, at least 1
record Policy(String name, int perSecond) {
    /// How long an empty bucket takes to be full: so many seconds' requests may come at once after a pause.
    static final int BURST_SECONDS = 2;

    private static final int PORTIONS_PER_SECOND = 10;

    /// Requests that a full bucket holds.
    int burst() {
        return perSecond * BURST_SECONDS;
    }

    /// Requests that a replica lets in before it tells the others: those of a tenth of a second.
    int portion() {
        return Math.max(1, perSecond / PORTIONS_PER_SECOND);
    }

    BucketConfiguration configuration() {
        return BucketConfiguration.builder().addLimit(bandwidth()).build();
    }

    /// Filled evenly, a request at a time, not all at once when a second is over.
    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(burst())
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build();
    }
}
