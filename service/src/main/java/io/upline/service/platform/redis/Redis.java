package io.upline.service.platform.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.upline.service.platform.settings.RedisAddress;
import io.upline.service.platform.settings.Settings;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The Redis beside the service. It answers in time or not at all: nobody waits longer than [#PATIENCE], and after
/// some questions without an answer nobody asks for a second. Whoever asks goes on without it.
@ApplicationScoped
public class Redis {
    /// How long a request waits for one answer. Three questions of one request stay below 50 ms.
    public static final Duration PATIENCE = Duration.ofMillis(15);
    /// How long work waits that no request waits for.
    private static final Duration WORK = Duration.ofSeconds(5);
    private static final long CONNECT_AGAIN_MS = 1_000;

    private static final Logger LOG = Logger.getLogger(Redis.class);

    private final Optional<RedisAddress> address;
    private final Vertx vertx;
    private final RedisMeters meters = new RedisMeters();
    /// For what is short.
    private final Line questions = new Line(() -> of(Connections::questions), meters);
    /// For what may be long, so that nothing short waits behind it.
    private final Line documents = new Line(() -> of(Connections::documents), meters);
    private volatile @Nullable Connections connections;
    private boolean told;
    private boolean stopped;

    Redis(Settings settings, Vertx vertx) {
        this.address = settings.redis();
        this.vertx = vertx;
        meters.register(this);
    }

    /// Whether one is configured.
    public boolean isConfigured() {
        return address.isPresent();
    }

    private @Nullable StatefulRedisConnection<String, byte[]> of(
            Function<Connections, StatefulRedisConnection<String, byte[]>> line) {
        var current = connections;
        return current == null ? null : line.apply(current);
    }

    /// Whether there is a connection now.
    public boolean isThere() {
        return questions.isOpen();
    }

    /// Looks for Redis until it is found, and tells `messages` from then on. Call it once.
    public void connect(Messages messages) {
        address.ifPresent(named -> Thread.ofVirtual().name("redis-connect").start(() -> open(named, messages)));
    }

    private synchronized void open(RedisAddress named, Messages messages) {
        if (stopped) {
            return;
        }
        try {
            connections = Connections.open(named, messages);
            LOG.infof("Redis was found at %s.", named);
            messages.found();
        } catch (RedisException e) {
            if (!told) {
                LOG.warnf("Redis can't be reached at %s; the service goes on without it. (%s)", named, reason(e));
                told = true;
            }
            vertx.setTimer(
                    CONNECT_AGAIN_MS,
                    timer -> Thread.ofVirtual().name("redis-connect").start(() -> open(named, messages)));
        }
    }

    private static @Nullable String reason(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : reason(failure.getCause());
    }

    /// Asks on behalf of a request. Empty when Redis is not there, does not answer within [#PATIENCE], or answers
    /// with nothing. The future never fails; no thread waits.
    public <T> CompletableFuture<Optional<T>> ask(Question<T> question) {
        return questions.ask(question, PATIENCE);
    }

    /// Asks on behalf of a request for what may be long. As [#ask], but no short question waits behind it.
    public <T> CompletableFuture<Optional<T>> fetch(Question<T> question) {
        return documents.ask(question, PATIENCE);
    }

    /// Asks for what no request waits for. The future fails when Redis is not there or does not answer within
    /// seconds.
    public <T> CompletableFuture<T> work(Question<T> question) {
        return documents.answer(question, WORK);
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        stopped = true;
        var current = connections;
        connections = null;
        if (current != null) {
            current.close();
        }
    }
}
