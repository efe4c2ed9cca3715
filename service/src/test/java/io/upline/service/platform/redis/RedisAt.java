package io.upline.service.platform.redis;

import io.quarkus.runtime.ShutdownEvent;
import io.upline.service.platform.settings.SettingsReading;
import io.upline.service.testing.Wait;
import io.vertx.core.Vertx;
import java.util.Map;

/// A replica's connection to a Redis, for tests of what uses it.
public final class RedisAt implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Redis redis;

    private RedisAt(Map<String, String> environment) {
        redis = new Redis(SettingsReading.read(environment), vertx);
    }

    /// For whoever connects it to the one at an address.
    public static RedisAt unconnected(String url) {
        return new RedisAt(Map.of("REDIS_ENABLED", "true", "REDIS_URL", url));
    }

    /// Connected to the one at an address.
    public static RedisAt url(String url) {
        var at = unconnected(url);
        at.redis.connect(new Messages() {
            @Override
            public String channel() {
                return "test";
            }

            @Override
            public void found() {}

            @Override
            public void said(String message) {}
        });
        Wait.until(at.redis::isThere);
        return at;
    }

    /// Where none is configured.
    public static Redis nowhere() {
        try (var at = new RedisAt(Map.of())) {
            return at.redis;
        }
    }

    /// What the replica asks.
    public Redis redis() {
        return redis;
    }

    @Override
    public void close() {
        redis.stop(new ShutdownEvent());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
