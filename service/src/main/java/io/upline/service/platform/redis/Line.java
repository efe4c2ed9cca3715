package io.upline.service.platform.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A connection and a circuit breaker before it: after some questions without an answer nobody asks for a second,
/// then one tries.
final class Line {
    private static final int RECENT_QUESTIONS = 10;
    private static final int FEWEST_QUESTIONS = 5;
    private static final Duration REST = Duration.ofSeconds(1);

    private final Supplier<@Nullable StatefulRedisConnection<String, byte[]>> connection;
    private final RedisMeters meters;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "redis",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(RECENT_QUESTIONS)
                    .minimumNumberOfCalls(FEWEST_QUESTIONS)
                    .waitDurationInOpenState(REST)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build());

    /// @param connection null while there is none yet
    Line(Supplier<@Nullable StatefulRedisConnection<String, byte[]>> connection, RedisMeters meters) {
        this.connection = connection;
        this.meters = meters;
    }

    boolean isOpen() {
        var current = connection.get();
        return current != null && current.isOpen();
    }

    /// Asks on behalf of a request. The future never fails.
    <T> CompletableFuture<Optional<T>> ask(Question<T> question, Duration patience) {
        if (!isOpen() || !breaker.tryAcquirePermission()) {
            meters.skipped();
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var asked = System.nanoTime();
        return answer(question, patience).handle((answer, failure) -> {
            note(System.nanoTime() - asked, failure);
            return Optional.ofNullable(answer);
        });
    }

    private void note(long nanos, @Nullable Throwable failure) {
        if (failure == null) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            meters.answered();
        } else {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
            meters.failed();
        }
    }

    /// Asks, whatever became of other questions.
    <T> CompletableFuture<T> answer(Question<T> question, Duration patience) {
        var current = connection.get();
        if (current == null) {
            return CompletableFuture.failedFuture(new RedisException("There is no connection to Redis."));
        }
        try {
            // A future of its own: to time out must not cancel the command, whose answer is still to come.
            return question.ask(current.async())
                    .toCompletableFuture()
                    .copy()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RedisException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
