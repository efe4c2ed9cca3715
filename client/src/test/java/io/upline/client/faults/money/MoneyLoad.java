package io.upline.client.faults.money;

import io.upline.client.faults.Site;
import io.upline.client.faults.audit.NaivePlan;
import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Caller;
import io.upline.client.faults.load.Exchange;
import io.upline.client.faults.load.Registrar;
import io.upline.client.faults.load.Witness;
import io.upline.client.process.Replica;
import io.upline.client.testing.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// So many steps, by many clients at once.
final class MoneyLoad {
    private static final int FIRST_MEMBERS = 60;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);

    private final List<MoneyClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong begun = new AtomicLong();
    private final long steps;
    private volatile boolean open = true;

    /// What all clients use.
    ///
    /// @param hot the root
    /// @param plan learns its versions
    record Shared(Exchange exchange, String hot, NaivePlan plan) {}

    private MoneyLoad(long steps) {
        this.steps = steps;
    }

    /// Registers a small network, and lets the clients begin.
    static MoneyLoad start(Site site, NaivePlan plan, int clients, long steps) {
        var replicas = site.replicas();
        var acknowledged = site.acknowledged();
        var random = site.random();
        var load = new MoneyLoad(steps);
        var exchange = new Exchange();
        var shared = new Shared(exchange, network(replicas, exchange, acknowledged, random), plan);
        for (int i = 0; i < clients; i++) {
            var own = new Random(random.nextLong());
            var client = new MoneyClient(replicas, acknowledged, shared, own, load::mayGoOn);
            load.clients.add(client);
            load.threads.add(Thread.ofVirtual().start(client));
        }
        return load;
    }

    private static String network(
            List<Replica> replicas, Exchange exchange, Acknowledgements acknowledged, Random random) {
        var caller = new Caller(replicas, exchange, acknowledged, random);
        var registrar =
                new Registrar(caller, acknowledged, new Witness(caller, acknowledged, new Witness.Findings(), random));
        var hot = id(random);
        registrar.registerRoot(hot);
        for (int i = 0; i < FIRST_MEMBERS; i++) {
            registrar.register(id(random), acknowledged.anyMember(random), false);
        }
        return hot;
    }

    private static String id(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private boolean mayGoOn() {
        return open && begun.getAndIncrement() < steps;
    }

    /// Steps so far.
    long done() {
        return Math.min(steps, begun.get());
    }

    /// Whether all steps are done.
    boolean isOver() {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    /// Begins nothing more, and waits until everything begun has its answer.
    void close() {
        open = false;
        if (!Wait.holdsWithin(ANSWERED_WITHIN, this::isOver)) {
            clients.forEach(MoneyClient::giveUp);
            Wait.until("every client comes to an end", ANSWERED_WITHIN, this::isOver);
        }
    }

    /// Who did it.
    List<MoneyClient> clients() {
        return clients;
    }
}
