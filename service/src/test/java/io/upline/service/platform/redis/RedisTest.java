package io.upline.service.platform.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisException;
import io.quarkus.runtime.ShutdownEvent;
import io.upline.service.platform.settings.SettingsReading;
import io.upline.service.testing.TestCertificate;
import io.upline.service.testing.TestRedis;
import io.upline.service.testing.Wait;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisTest {
    /// What a shared machine may add to the patience.
    private static final Duration SOON = Redis.PATIENCE.plusMillis(500);

    private final Vertx vertx = Vertx.vertx();
    private final Heard heard = new Heard();

    private static final class Heard implements Messages {
        private final AtomicInteger found = new AtomicInteger();
        private final Queue<String> said = new ConcurrentLinkedQueue<>();

        @Override
        public String channel() {
            return "test";
        }

        @Override
        public void found() {
            found.incrementAndGet();
        }

        @Override
        public void said(String message) {
            said.add(message);
        }
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void itAnswersAndTells() {
        try (var server = TestRedis.started()) {
            var redis = connected(server.url() + "/7");
            redis.work(commands -> commands.set("key", "value".getBytes(UTF_8))).join();
            // An answer may come too late on a busy machine, and then there is none.
            Wait.until(() -> redis.ask(commands -> commands.get("key"))
                    .join()
                    .filter(value -> new String(value, UTF_8).equals("value"))
                    .isPresent());
            assertThat(redis.ask(commands -> commands.get("other")).join()).isEmpty();
            redis.work(commands -> commands.publish("test", "news".getBytes(UTF_8)))
                    .join();
            Wait.until(() -> heard.said.contains("news"));
            redis.stop(new ShutdownEvent());
            assertThat(redis.isThere()).isFalse();
        }
    }

    @Test
    void whereNoneIsConfiguredNobodyIsAsked() {
        var redis = new Redis(SettingsReading.read(Map.of()), vertx);
        redis.connect(heard);
        assertThat(redis.isConfigured()).isFalse();
        assertThat(redis.ask(commands -> commands.get("key")).join()).isEmpty();
    }

    @Test
    void itIsFoundWhenItComesLaterAndWhenItComesBack() {
        try (var server = TestRedis.started()) {
            server.kill();
            var redis = redis(server.url());
            redis.connect(heard);
            assertThat(redis.ask(commands -> commands.get("key")).join()).isEmpty();
            server.start();
            Wait.until(() -> heard.found.get() > 0);
            server.kill();
            Wait.until(() -> !redis.isThere());
            assertThat(redis.ask(commands -> commands.get("key")).join()).isEmpty();
            assertThatThrownBy(() -> redis.work(commands -> commands.get("key")).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(RedisException.class);
            var before = heard.found.get();
            server.start();
            Wait.until(() -> redis.isThere() && heard.found.get() >= before + 2);
            Wait.until(() -> redis.ask(commands -> commands.ping()).join().isPresent());
            redis.stop(new ShutdownEvent());
        }
    }

    @Test
    void nobodyWaitsLongForOneThatIsFrozenAndSoonNobodyAsksIt() {
        try (var server = TestRedis.started()) {
            var redis = connected(server.url());
            server.freeze();
            for (var question = 0; question < 10; question++) {
                var began = System.nanoTime();
                assertThat(redis.ask(commands -> commands.ping()).join()).isEmpty();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
            }
            var asked = new AtomicInteger();
            redis.ask(commands -> {
                        asked.incrementAndGet();
                        return commands.ping();
                    })
                    .join();
            assertThat(asked).hasValue(0);
            server.thaw();
            Wait.until(() -> redis.ask(commands -> commands.ping()).join().isPresent());
            redis.stop(new ShutdownEvent());
        }
    }

    @Test
    void thePasswordIsSent() {
        try (var server = TestRedis.started("--requirepass", "pass")) {
            var redis = connected(server.url().replace("//", "//:pass@"));
            assertThat(redis.work(commands -> commands.ping()).join()).isEqualTo("PONG");
            redis.stop(new ShutdownEvent());
        }
    }

    @Test
    void aCertificateIsTrustedThatWasNamedAndNoOther(@TempDir Path folder, @TempDir Path elsewhere) {
        var certificate = TestCertificate.in(folder);
        try (var server = TestRedis.startedWithTls(certificate)) {
            var url = server.url().replace("redis:", "rediss:");
            var redis = redis(url, certificate.certificate());
            redis.connect(heard);
            Wait.until(() -> heard.found.get() > 0);
            assertThat(redis.work(commands -> commands.ping()).join()).isEqualTo("PONG");
            redis.stop(new ShutdownEvent());
            var another = TestCertificate.in(elsewhere).certificate();
            assertThatThrownBy(() -> Connections.open(
                            SettingsReading.read(Map.of(
                                            "REDIS_ENABLED", "true", "REDIS_URL", url, "REDIS_CA", another.toString()))
                                    .redis()
                                    .orElseThrow(),
                            heard))
                    .isInstanceOf(RedisException.class);
        }
    }

    private Redis redis(String url, Path trusted) {
        return new Redis(
                SettingsReading.read(Map.of("REDIS_ENABLED", "true", "REDIS_URL", url, "REDIS_CA", trusted.toString())),
                vertx);
    }

    private Redis connected(String url) {
        var redis = redis(url);
        redis.connect(heard);
        Wait.until(() -> heard.found.get() > 0);
        return redis;
    }

    private Redis redis(String url) {
        return new Redis(SettingsReading.read(Map.of("REDIS_ENABLED", "true", "REDIS_URL", url)), vertx);
    }
}
