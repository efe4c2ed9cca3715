package io.upline.service.access.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/// One caller's bucket in this process, which decides at once. What was taken from it is told to the bucket that
/// all replicas share, a portion at a time, and what others took from there is then taken here too. While the shared
/// bucket is away, this one goes on alone.
final class CallerBucket {
    /// The shared bucket: takes so many requests, and gives how many are left; empty when it is away.
    @FunctionalInterface
    interface Shared extends LongFunction<CompletableFuture<Optional<Long>>> {}

    private final Bucket bucket;
    private final Optional<Shared> shared;
    private final int burst;
    private final long laterPortions;
    private final AtomicLong untold = new AtomicLong();
    private final AtomicBoolean isTelling = new AtomicBoolean();
    /// As many are told next; the first at once, to learn what others have left.
    private volatile long portion = 1;

    CallerBucket(Policy policy, TimeMeter time, Optional<Shared> shared) {
        bucket = Bucket.builder()
                .addLimit(policy.bandwidth())
                .withCustomTimePrecision(time)
                .build();
        this.shared = shared;
        burst = policy.burst();
        laterPortions = policy.portion();
    }

    /// Counts one request, without waiting. A request that is not let in costs nothing.
    Allowance take() {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            shared.ifPresent(this::count);
        }
        return new Allowance(
                probe.isConsumed(), Math.max(0, probe.getRemainingTokens()), probe.getNanosToWaitForRefill());
    }

    private void count(Shared all) {
        if (untold.incrementAndGet() >= portion && isTelling.compareAndSet(false, true)) {
            portion = laterPortions;
            // What is told in vain was let in all the same: it is forgotten, and nobody pays for it later.
            var _ = all.apply(untold.getAndSet(0)).whenComplete((left, _) -> {
                left.ifPresent(this::follow);
                isTelling.set(false);
            });
        }
    }

    private void follow(long left) {
        if (left < -burst) {
            // So much too much is never let in: some replica's clock is wrong, and nobody shall be refused for it.
            return;
        }
        var more = bucket.getAvailableTokens() + untold.get() - left;
        if (more > 0) {
            bucket.consumeIgnoringRateLimits(more);
        } else if (more < 0) {
            bucket.addTokens(-more);
        }
    }
}
