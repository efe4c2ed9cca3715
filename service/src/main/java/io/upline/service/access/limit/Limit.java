package io.upline.service.access.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/// The buckets of one kind of caller.
///
/// @param <K> what tells callers of that kind apart
final class Limit<K> {
    /// Callers of one kind who are counted at once. Whoever is forgotten for others begins with a full bucket.
    static final int COUNTED_CALLERS = 100_000;

    /// By then a bucket is full, as a new one is; longer than that takes, for an access may be noted a second late.
    private static final Duration UNUSED = Duration.ofSeconds(5 * Policy.BURST_SECONDS);

    private final LoadingCache<K, CallerBucket> buckets;

    /// @param shared what all replicas take from; empty: each counts for itself
    Limit(Policy policy, TimeMeter time, Optional<RedisBuckets> shared) {
        buckets = Caffeine.newBuilder()
                .maximumSize(COUNTED_CALLERS)
                .expireAfterAccess(UNUSED)
                .ticker(time::currentTimeNanos)
                // Its housekeeping takes less than waking a thread for it.
                .executor(Runnable::run)
                .build(caller -> new CallerBucket(
                        policy, time, shared.map(all -> requests -> all.take(policy, caller.toString(), requests))));
    }

    /// Counts one request of a caller. A request that is not let in costs nothing.
    Allowance take(K caller) {
        return buckets.get(caller).take();
    }
}
