package io.upline.service.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Puts a real Redis beside the service under test. Its address is the system property [#URL], for all class
/// loaders.
@SuppressWarnings("NullAway.Init")
public final class RedisResource implements QuarkusTestResourceLifecycleManager {
    /// Where the address is kept.
    public static final String URL = "upline.test.redis.url";

    private TestRedis redis;

    @Override
    public Map<String, String> start() {
        redis = TestRedis.started();
        System.setProperty(URL, redis.url());
        return Map.of("REDIS_ENABLED", "true", "REDIS_URL", redis.url());
    }

    @Override
    public void stop() {
        redis.close();
    }
}
