package io.upline.client.faults.load;

import io.upline.client.faults.load.Witness.Findings;
import io.upline.client.process.Replica;
import io.upline.client.testing.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Many clients at once, on virtual threads.
public final class Load implements AutoCloseable {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);

    private final Acknowledgements acknowledged;
    private final Findings findings = new Findings();
    private final List<Client> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Load(Acknowledgements acknowledged) {
        this.acknowledged = acknowledged;
    }

    /// How much is asked.
    ///
    /// @param clients how many clients there are
    /// @param thinkMillis how long each waits between two requests, on the average
    public record Pace(int clients, int thinkMillis) {}

    /// Registers a root that all will want to be under, and lets the clients begin.
    public static Load start(List<Replica> replicas, Acknowledgements acknowledged, Pace pace, long seed) {
        var load = new Load(acknowledged);
        var exchange = new Exchange();
        var seeds = new Random(seed);
        var hot = new UUID(seeds.nextLong(), seeds.nextLong()).toString();
        load.registrar(new Caller(replicas, exchange, acknowledged, seeds), seeds)
                .registerRoot(hot);
        acknowledged.rhythm().restart();
        for (int i = 0; i < pace.clients(); i++) {
            var random = new Random(seeds.nextLong());
            load.start(new Caller(replicas, exchange, acknowledged, random), random, pace, hot);
        }
        return load;
    }

    private Registrar registrar(Caller caller, Random random) {
        return new Registrar(caller, acknowledged, new Witness(caller, acknowledged, findings, random));
    }

    private void start(Caller caller, Random random, Pace pace, String hot) {
        var witness = new Witness(caller, acknowledged, findings, random);
        var client = new Client(caller, acknowledged, witness, random, pace, hot);
        clients.add(client);
        threads.add(Thread.ofVirtual().start(client));
    }

    /// What the clients saw through other replicas than the one that answered.
    public Findings findings() {
        return findings;
    }

    /// Lets every client come to the end of what it has begun; who has no answer by then counts as a violation.
    @Override
    public void close() {
        clients.forEach(Client::stop);
        if (!Wait.holdsWithin(ANSWERED_WITHIN, this::isOver)) {
            clients.forEach(Client::giveUp);
            if (!Wait.holdsWithin(ANSWERED_WITHIN, this::isOver)) {
                acknowledged.violation("clients that never came to an end");
            }
        }
    }

    private boolean isOver() {
        return threads.stream().noneMatch(Thread::isAlive);
    }
}
