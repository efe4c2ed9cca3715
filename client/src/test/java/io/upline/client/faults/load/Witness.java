package io.upline.client.faults.load;

import io.upline.client.faults.load.Exchange.Reply;
import io.upline.client.process.Replica;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Looks through another replica for a member that one replica has just confirmed: by id at once, and among its
/// parent's children until it is there.
public final class Witness {
    private static final int LOOKS_PERCENT = 20;
    /// Whoever is not listed by then counts as if they were.
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final long STEP_NANOS = 1_000_000;

    private final Caller caller;
    private final Acknowledgements acknowledged;
    private final Findings findings;
    private final Random random;

    /// What all witnesses of a load saw.
    ///
    /// @param unknown how often a confirmed member was unknown to another replica
    /// @param downline how long it took from the answer of one replica until another listed the newcomer
    /// @param status how long the same replica took at the same time to say that it is running, which needs nothing
    public record Findings(AtomicLong asked, AtomicLong unknown, Latencies downline, Latencies status) {
        /// Nothing seen as yet.
        public Findings() {
            this(new AtomicLong(), new AtomicLong(), new Latencies(), new Latencies());
        }

        @Override
        public String toString() {
            return "%,d of %,d confirmed members unknown elsewhere; in downlines elsewhere after %s; GET /status meanwhile %s"
                    .formatted(unknown.get(), asked.get(), downline, status);
        }
    }

    /// Looks for one client.
    public Witness(Caller caller, Acknowledgements acknowledged, Findings findings, Random random) {
        this.caller = caller;
        this.acknowledged = acknowledged;
        this.findings = findings;
        this.random = random;
    }

    void look(Acknowledged member, Replica by) {
        if (random.nextInt(100) >= LOOKS_PERCENT) {
            return;
        }
        var confirmedNanos = System.nanoTime();
        caller.otherThan(by).ifPresent(other -> {
            if (random.nextBoolean()) {
                byId(member, other);
            } else {
                inDownline(member, other, confirmedNanos);
                status(other);
            }
        });
    }

    private void byId(Acknowledged member, Replica other) {
        if (caller.exchange().get(other, "/mlm/members/" + member.id()) instanceof Reply.Answer answer
                && answer.status() != 503) {
            findings.asked.incrementAndGet();
            if (answer.status() == 404) {
                findings.unknown.incrementAndGet();
            } else if (answer.status() != 200 || !(isSamePlace(member, answer) || isChanged(answer))) {
                acknowledged.violation("%s was confirmed, and %s said %d %s"
                        .formatted(member, other.name(), answer.status(), answer.body()));
            }
        }
    }

    private static boolean isChanged(Reply.Answer answer) {
        return answer.body().path("updated_at").isTextual();
    }

    private static boolean isSamePlace(Acknowledged member, Reply.Answer answer) {
        return answer.body().path("parent_id").asText().equals(member.parent())
                && answer.body().path("position").asInt() == member.position();
    }

    private void status(Replica other) {
        var start = System.nanoTime();
        measure(findings.status, other, start, () -> isAnswer(caller.exchange().get(other, "/status")));
    }

    private void inDownline(Acknowledged member, Replica other, long confirmedNanos) {
        var path = "/mlm/downline/" + member.parent() + "?depth=1";
        var endNanos = confirmedNanos + LIMIT.toNanos();
        measure(findings.downline, other, confirmedNanos, () -> {
            var answer = caller.exchange().get(other, path);
            while (isAnswer(answer) && !isListed(member, answer) && System.nanoTime() < endNanos) {
                LockSupport.parkNanos(STEP_NANOS);
                answer = caller.exchange().get(other, path);
            }
            return isAnswer(answer);
        });
    }

    /// Counts what came to an end while the replica was neither killed nor paused.
    private static void measure(Latencies latencies, Replica replica, long startNanos, BooleanSupplier work) {
        var disturbances = replica.disturbances();
        if (replica.isSteady() && work.getAsBoolean() && replica.disturbances() == disturbances) {
            latencies.add(System.nanoTime() - startNanos);
        }
    }

    private static boolean isListed(Acknowledged member, Reply reply) {
        return reply instanceof Reply.Answer answer
                && answer.body().findValuesAsText("id").contains(member.id());
    }

    private static boolean isAnswer(Reply reply) {
        return reply instanceof Reply.Answer answer && answer.status() == 200;
    }
}
