package io.upline.client.faults.load;

import io.upline.client.faults.load.Caller.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One client: registers under the hot root and under anybody, pays for referrals and orders, sometimes the same
/// twice at once, moves and suspends, until it is told to stop.
final class Client implements Runnable {
    private static final int TWICE_PERCENT = 5;
    private static final int BONUS_PERCENT = 20;
    private static final int UNREST_PERCENT = 2;
    private static final int REPEATED_PERCENT = 25;

    private final Caller caller;
    private final Acknowledgements acknowledged;
    private final Registrar registrar;
    private final Unrest unrest;
    private final Random random;
    private final int thinkMillis;
    private final String hot;
    private final List<Order> orders = new ArrayList<>();
    private volatile boolean open = true;

    private record Order(String reference, String source) {}

    Client(Caller caller, Acknowledgements acknowledged, Witness witness, Random random, Load.Pace pace, String hot) {
        this.caller = caller;
        this.acknowledged = acknowledged;
        this.registrar = new Registrar(caller, acknowledged, witness);
        this.unrest = new Unrest(caller, acknowledged, random);
        this.random = random;
        this.thinkMillis = pace.thinkMillis();
        this.hot = hot;
    }

    @Override
    public void run() {
        while (open) {
            act();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(2 * thinkMillis)));
        }
    }

    void stop() {
        open = false;
    }

    void giveUp() {
        caller.giveUp();
    }

    private void act() {
        var dice = random.nextInt(100);
        var sponsor = random.nextBoolean() ? hot : acknowledged.anyMember(random);
        var id = new UUID(random.nextLong(), random.nextLong()).toString();
        if (dice < TWICE_PERCENT) {
            var rival = Thread.ofVirtual().start(() -> registrar.register(id, sponsor, true));
            registrar.register(id, sponsor, true);
            joinUninterruptibly(rival);
        } else if (dice < TWICE_PERCENT + BONUS_PERCENT) {
            pay();
        } else if (dice < TWICE_PERCENT + BONUS_PERCENT + UNREST_PERCENT) {
            unrest.stir(hot);
        } else {
            registrar.register(id, sponsor, false);
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pay() {
        if (random.nextBoolean()) {
            var source = acknowledged.anyMember(random);
            pay("referral", source, "{\"source_user_id\": \"%s\", \"trigger_type\": \"referral\"}".formatted(source));
            return;
        }
        var order = order();
        pay("purchase", order.reference, """
                {"source_user_id": "%s", "trigger_type": "purchase", "reference": "%s", "amount": 25.00}""".formatted(order.source, order.reference));
    }

    private Order order() {
        if (!orders.isEmpty() && random.nextInt(100) < REPEATED_PERCENT) {
            return orders.get(random.nextInt(orders.size()));
        }
        var order = new Order("order-" + Long.toHexString(random.nextLong()), acknowledged.anyMember(random));
        orders.add(order);
        return order;
    }

    private void pay(String trigger, String onceKey, String body) {
        caller.ask("/mlm/bonus", body).ifPresent(settled -> {
            var answer = settled.answer();
            if (answer.status() != 200) {
                unexpected("paying " + body, settled);
                return;
            }
            acknowledged.paid(new Payment(
                    trigger,
                    onceKey,
                    answer.body().get("source_user_id").asText(),
                    answer.body().get("event_id").asText()));
        });
    }

    private void unexpected(String what, Settled settled) {
        acknowledged.violation(what + ": " + settled.words());
    }
}
