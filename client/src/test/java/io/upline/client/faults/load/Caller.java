package io.upline.client.faults.load;

import io.upline.client.faults.load.Exchange.Reply;
import io.upline.client.process.Replica;
import io.upline.client.testing.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Sends a request through any replica, and the same again through any until something comes of it: what a careful
/// client does.
public final class Caller {
    private static final Duration SOME_REPLICA_WITHIN = Duration.ofMinutes(3);
    private static final int LONGEST_PAUSE_MILLIS = 100;

    private final List<Replica> replicas;
    private final Exchange exchange;
    private final Acknowledgements acknowledged;
    private final Random random;
    private volatile boolean patient = true;

    /// Speaks for one client.
    public Caller(List<Replica> replicas, Exchange exchange, Acknowledgements acknowledged, Random random) {
        this.replicas = replicas;
        this.exchange = exchange;
        this.acknowledged = acknowledged;
        this.random = random;
    }

    /// What came of a request in the end.
    ///
    /// @param maybeDone whether an attempt before the last one may have done it
    public record Settled(Reply.Answer answer, Replica by, boolean maybeDone) {
        /// Who said what.
        public String words() {
            return "%s said %d %s".formatted(by.name(), answer.status(), answer.body());
        }
    }

    /// Asks until there is an answer other than 503; empty when that was waited for too long.
    public Optional<Settled> ask(String path, String body) {
        return ask(path, body, "");
    }

    /// The same with an idempotency key, unless that is empty.
    public Optional<Settled> ask(String path, String body, String key) {
        return ask(path + " " + body, replica -> exchange.post(replica, path, body, key));
    }

    /// The same with PATCH, and without a body.
    public Optional<Settled> patch(String path) {
        return ask("PATCH " + path, replica -> exchange.patch(replica, path));
    }

    private Optional<Settled> ask(String what, Function<Replica, Reply> request) {
        var maybeDone = false;
        while (patient) {
            var replica = steadyOne(some -> true);
            switch (request.apply(replica)) {
                case Reply.Answer answer when answer.status() == 503 -> maybeDone |= isDoubtful(answer, replica);
                case Reply.Answer answer -> {
                    return Optional.of(new Settled(answer, replica, maybeDone));
                }
                case Reply.Silence silence -> maybeDone = true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(LONGEST_PAUSE_MILLIS)));
        }
        acknowledged.violation("no answer in the end to " + what);
        return Optional.empty();
    }

    private boolean isDoubtful(Reply.Answer answer, Replica replica) {
        if (answer.is("outcome-unknown")) {
            return true;
        }
        if (!answer.is("unavailable")) {
            acknowledged.violation("a 503 of no known type from " + replica.name() + ": " + answer.body());
        }
        return false;
    }

    /// Waits until a replica runs that fits, and picks one of those.
    Replica steadyOne(Predicate<Replica> fitting) {
        Wait.until(
                "a replica runs",
                SOME_REPLICA_WITHIN,
                () -> steady(fitting).findAny().isPresent());
        var all = steady(fitting).toList();
        return all.isEmpty() ? steadyOne(fitting) : all.get(random.nextInt(all.size()));
    }

    private Stream<Replica> steady(Predicate<Replica> fitting) {
        return replicas.stream().filter(Replica::isSteady).filter(fitting);
    }

    Optional<Replica> otherThan(Replica replica) {
        var others = steady(other -> other != replica).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(random.nextInt(others.size())));
    }

    /// Asks no more.
    public void giveUp() {
        patient = false;
    }

    Exchange exchange() {
        return exchange;
    }
}
