package io.upline.service.access.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/// The buckets of one kind of caller, in this process.
///
/// @param <K> what tells callers of that kind apart
final class Limit<K> {
    /// Callers of one kind who are counted at once. Whoever is forgotten for others begins with a full bucket.
    static final int COUNTED_CALLERS = 100_000;

    /// By then a bucket is full, as a new one is. Longer than that takes, since an access may be noted a second late.
    private static final Duration UNUSED = Duration.ofSeconds(5 * Policy.BURST_SECONDS);

    private final LoadingCache<K, Bucket> buckets;

    Limit(Policy policy, TimeMeter time) {
        var bandwidth = policy.bandwidth();
        buckets = Caffeine.newBuilder()
                .maximumSize(COUNTED_CALLERS)
                .expireAfterAccess(UNUSED)
                .ticker(time::currentTimeNanos)
                .build(caller -> Bucket.builder()
                        .addLimit(bandwidth)
                        .withCustomTimePrecision(time)
                        .build());
    }

    /// Counts one request of a caller. A request that is not let in costs nothing.
    Allowance take(K caller) {
        var probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        return new Allowance(probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
    }
}
