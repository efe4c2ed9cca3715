package io.upline.service.access.limit;

import io.github.bucket4j.TimeMeter;
import io.upline.service.access.Caller;
import io.upline.service.platform.http.Problem;
import io.upline.service.platform.settings.Settings;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Holds every caller to so many requests a second: services by their keys, people by their user ids.
@ApplicationScoped
public class RequestLimits {
    private final Optional<LimitedCallers<String>> keys;
    private final Optional<LimitedCallers<UUID>> people;

    RequestLimits(Settings settings, TimeMeter time) {
        var limits = settings.access().limits();
        keys = callers("key", limits.perKey(), time);
        people = callers("person", limits.perPerson(), time);
    }

    private static <K> Optional<LimitedCallers<K>> callers(String name, int perSecond, TimeMeter time) {
        return perSecond == 0 ? Optional.empty() : Optional.of(new LimitedCallers<>(new Policy(name, perSecond), time));
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
