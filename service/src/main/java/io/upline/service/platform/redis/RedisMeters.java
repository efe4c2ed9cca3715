package io.upline.service.platform.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;

/// How Redis is doing, in numbers.
final class RedisMeters {
    private final Counter answered = counter("answered");
    private final Counter failed = counter("failed");
    private final Counter skipped = counter("skipped");

    private static Counter counter(String outcome) {
        return Counter.builder("upline.redis.questions")
                .description("Questions of requests to Redis: answered, failed or too late, not asked as it is away")
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry);
    }

    void register(Redis redis) {
        Gauge.builder("upline.redis.up", redis, current -> current.isThere() ? 1 : 0)
                .description("Whether there is a connection to Redis")
                .register(Metrics.globalRegistry);
    }

    void answered() {
        answered.increment();
    }

    void failed() {
        failed.increment();
    }

    void skipped() {
        skipped.increment();
    }
}
