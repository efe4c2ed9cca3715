package io.upline.service.access.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.upline.service.platform.redis.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The buckets that all replicas take from, in Redis. A key stays there until its bucket would be full.
///
/// The replicas' clocks fill them: those that are ahead of others fill a bucket by as much once.
@ApplicationScoped
class RedisBuckets {
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String KEY = "upline:limit:";
    /// How much longer than a bucket needs to be full its key stays, so that clocks needn't agree.
    private static final Duration LONGER = Duration.ofSeconds(1);

    private final Redis redis;
    private final TimeMeter clock;

    @Inject
    RedisBuckets(Redis redis) {
        this(redis, TimeMeter.SYSTEM_MILLISECONDS);
    }

    RedisBuckets(Redis redis, TimeMeter clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// Whether there are any.
    boolean isConfigured() {
        return redis.isConfigured();
    }

    /// Takes what was let in already out of a caller's bucket, and gives what is left there, less than 0 when more
    /// was let in than fitted. Empty when Redis does not answer within [#PATIENCE], and then nothing is taken later
    /// either. Never fails; no request waits for it.
    ///
    /// @param requests at least 1
    CompletableFuture<Optional<Long>> take(Policy policy, String caller, long requests) {
        var key = KEY + policy.name() + ":" + policy.perSecond() + ":" + caller;
        var asked = clock.currentTimeNanos();
        return redis.work(commands -> buckets(commands)
                        .builder()
                        .build(key, () -> configuration(policy, asked))
                        .asVerbose()
                        .consumeIgnoringRateLimits(requests))
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((taken, _) ->
                        Optional.ofNullable(taken).map(known -> known.getState().getAvailableTokens()));
    }

    /// Of a bucket that is not there yet. The library begins to count the time anew when it makes one.
    private CompletableFuture<BucketConfiguration> configuration(Policy policy, long asked) {
        return clock.currentTimeNanos() - asked < PATIENCE.toNanos()
                ? CompletableFuture.completedFuture(policy.configuration())
                : CompletableFuture.failedFuture(new TimeoutException());
    }

    private AsyncProxyManager<String> buckets(RedisAsyncCommands<String, byte[]> commands) {
        return Bucket4jLettuce.casBasedBuilder(commands)
                .clientClock(clock)
                .requestTimeout(PATIENCE)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LONGER))
                .build()
                .asAsync();
    }
}
