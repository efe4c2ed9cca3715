package io.upline.client.faults.money;

import io.upline.client.faults.audit.NaivePlan;
import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Caller;
import io.upline.client.faults.load.Payment;
import io.upline.client.faults.load.Registrar;
import io.upline.client.faults.load.Unrest;
import io.upline.client.faults.load.Witness;
import io.upline.client.faults.load.Witness.Findings;
import io.upline.client.faults.money.Adjustments.Adjustment;
import io.upline.client.faults.money.OwnedEvent.Order;
import io.upline.client.process.Replica;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// One client: it does everything that moves money, one thing after the other, and holds every answer against what
/// it knows of its own events.
final class MoneyClient implements Runnable {
    private static final int PER_MILLE = 1_000;
    private static final int RECENT = 50;
    private static final int MOST_CENTS = 50_000;
    /// Of so many thousand steps, one is another plan.
    private static final int PLAN_PAUSE = 2;

    private final Caller caller;
    private final Acknowledgements acknowledged;
    private final Random random;
    private final String hot;
    private final BooleanSupplier mayGoOn;
    private final Registrar registrar;
    private final Unrest unrest;
    private final BonusSteps steps;
    private final Refunds refunds;
    private final Adjustments adjustments;
    private final NaivePlan plan;
    private final List<String> unreferred = new ArrayList<>();
    private final List<OwnedEvent> events = new ArrayList<>();
    private final List<String> dryRuns = new ArrayList<>();

    /// @param mayGoOn asked before each step
    MoneyClient(
            List<Replica> replicas,
            Acknowledgements acknowledged,
            MoneyLoad.Shared shared,
            Random random,
            BooleanSupplier mayGoOn) {
        this.caller = new Caller(replicas, shared.exchange(), acknowledged, random);
        this.acknowledged = acknowledged;
        this.random = random;
        this.hot = shared.hot();
        this.mayGoOn = mayGoOn;
        this.registrar = new Registrar(caller, acknowledged, new Witness(caller, acknowledged, new Findings(), random));
        this.unrest = new Unrest(caller, acknowledged, random);
        this.steps = new BonusSteps(caller, acknowledged, random);
        this.refunds = new Refunds(caller, acknowledged, random);
        this.adjustments = new Adjustments(caller, acknowledged, random);
        this.plan = shared.plan();
    }

    /// What it made.
    List<OwnedEvent> events() {
        return events;
    }

    /// What it gave and took by hand.
    List<Adjustment> adjustments() {
        return adjustments.done();
    }

    /// References that were only tried.
    List<String> dryRuns() {
        return dryRuns;
    }

    void giveUp() {
        caller.giveUp();
    }

    @Override
    public void run() {
        try {
            while (mayGoOn.getAsBoolean()) {
                step();
            }
        } catch (RuntimeException | AssertionError e) {
            acknowledged.violation("a client ended: " + e);
        }
    }

    private void step() {
        var dice = random.nextInt(PER_MILLE);
        if (dice < 15) {
            register();
        } else if (dice < 20) {
            unrest.stir(hot);
        } else if (dice < 21) {
            payAll();
        } else if (dice < 22 && random.nextInt(PLAN_PAUSE) == 0) {
            changePlan();
        } else if (dice < 50) {
            dryRun();
        } else if (dice < 80) {
            adjustments.adjust();
        } else if (dice < 260 || events.isEmpty()) {
            trigger();
        } else {
            stepWith(event(), dice);
        }
    }

    private void stepWith(OwnedEvent event, int dice) {
        if (dice < 300) {
            repeat(event);
        } else if (dice < 450) {
            refunds.refund(event);
        } else if (dice < 500) {
            refunds.repeat(event);
        } else if (!event.bonuses().isEmpty()) {
            stepWith(event.bonuses().get(random.nextInt(event.bonuses().size())), dice);
        }
    }

    private void stepWith(OwnedBonus bonus, int dice) {
        if (dice < 650) {
            steps.hold(bonus);
        } else if (dice < 800) {
            steps.release(bonus);
        } else {
            steps.pay(bonus);
        }
    }

    private OwnedEvent event() {
        var among = random.nextBoolean() ? events.size() : Math.min(RECENT, events.size());
        return events.get(events.size() - 1 - random.nextInt(among));
    }

    private void register() {
        var id = new UUID(random.nextLong(), random.nextLong()).toString();
        var sponsor = random.nextBoolean() ? hot : acknowledged.anyMember(random);
        if (registrar.register(id, sponsor, false)) {
            unreferred.add(id);
        }
    }

    private void payAll() {
        caller.ask("/mlm/bonus/mark-paid", "", Long.toHexString(random.nextLong()))
                .filter(settled ->
                        settled.answer().status() != 200 && settled.answer().status() != 202)
                .ifPresent(settled -> acknowledged.violation("paying all: " + settled.words()));
    }

    private void changePlan() {
        var number = random.nextInt(NaivePlan.VARIANTS);
        caller.ask("/mlm/plans", NaivePlan.document(number), Long.toHexString(random.nextLong()))
                .ifPresent(settled -> {
                    var version = settled.answer().body().path("version").asInt();
                    if (settled.answer().status() != 200 || !plan.isVersion(version, number)) {
                        acknowledged.violation("changing to plan %d: %s".formatted(number, settled.words()));
                    }
                });
    }

    private void trigger() {
        var order = order();
        caller.ask("/mlm/bonus", order.body()).ifPresent(settled -> {
            var said = settled.answer().body();
            if (settled.answer().status() != 200 || (said.path("repeated").asBoolean() && !settled.maybeDone())) {
                acknowledged.violation("triggering " + order + ": " + settled.words());
                return;
            }
            var event = new OwnedEvent(order, said);
            events.add(event);
            acknowledged.paid(new Payment(order.trigger(), order.onceKey(), order.source(), event.id()));
        });
    }

    private Order order() {
        if (random.nextInt(10) == 0 && !unreferred.isEmpty()) {
            return new Order("referral", unreferred.removeLast(), "", Optional.empty());
        }
        var trigger = random.nextInt(3) == 0 ? "preorder" : "purchase";
        var source = random.nextBoolean() ? acknowledged.anyEarlyMember(random) : acknowledged.anyMember(random);
        var cents = 1 + random.nextInt(random.nextBoolean() ? MOST_CENTS : 100);
        var reference = "order-" + Long.toHexString(random.nextLong());
        return new Order(trigger, source, reference, Optional.of(BigDecimal.valueOf(cents, 2)));
    }

    private void repeat(OwnedEvent event) {
        caller.ask("/mlm/bonus", event.order().body()).ifPresent(settled -> {
            var before = event.toString();
            var said = settled.answer().body();
            if (settled.answer().status() != 200 || !said.path("repeated").asBoolean() || !event.see(said)) {
                acknowledged.violation("repeating " + before + ": " + settled.words());
            }
        });
    }

    private void dryRun() {
        var order = order();
        caller.ask("/mlm/bonus?dry_run=true", order.body()).ifPresent(settled -> {
            var said = settled.answer().body();
            if (settled.answer().status() != 200 || !said.path("event_id").isNull()) {
                acknowledged.violation("a dry run of " + order + ": " + settled.words());
            }
            dryRuns.add(order.onceKey());
        });
    }
}
