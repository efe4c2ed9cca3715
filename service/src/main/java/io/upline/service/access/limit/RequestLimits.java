package io.upline.service.access.limit;

import io.github.bucket4j.TimeMeter;
import io.upline.service.access.Caller;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.settings.Settings;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Holds every caller to so many requests a second: services by their keys, people by their user ids. With a Redis,
/// to so many at all replicas together; without one, or while it is away, at each.
@ApplicationScoped
public class RequestLimits {
    private final TimeMeter time;
    private final Optional<RedisBuckets> shared;
    private final Optional<LimitedCallers<String>> keys;
    private final Optional<LimitedCallers<UUID>> people;

    RequestLimits(Settings settings, TimeMeter time, RedisBuckets shared) {
        this.time = time;
        this.shared = Optional.of(shared).filter(RedisBuckets::isConfigured);
        keys = callers("key", settings.access().limits().perKey());
        people = callers("person", settings.access().limits().perPerson());
    }

    private <K> Optional<LimitedCallers<K>> callers(String name, int perSecond) {
        if (perSecond == 0) {
            return Optional.empty();
        }
        var policy = new Policy(name, perSecond);
        return Optional.of(new LimitedCallers<>(policy, new Limit<>(policy, time, shared)));
    }

    /// Counts one request, and writes into the headers of its reply what is left, whatever else the reply will be.
    /// Takes less than a microsecond and waits for nothing.
    ///
    /// @throws Problem 429 when it is one too many; the headers say then how long to wait
    public void count(Caller caller, MultiMap reply) {
        switch (caller) {
            case Caller.Service(var id, var _) -> keys.ifPresent(counted -> counted.count(id, reply));
            case Caller.Person(var userId, var _) -> people.ifPresent(counted -> counted.count(userId, reply));
            case Caller.Local() -> {}
        }
    }
}
