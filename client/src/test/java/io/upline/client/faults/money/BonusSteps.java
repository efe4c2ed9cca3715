package io.upline.client.faults.money;

import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Caller;
import io.upline.client.faults.load.Caller.Settled;
import io.upline.client.faults.money.OwnedBonus.State;
import java.time.Instant;
import java.util.Random;
import java.util.function.Predicate;

/// The steps that a client takes with single bonuses of its own.
final class BonusSteps {
    private static final String REASON = "\"reason\": \"a chargeback\"";
    private static final String LONG = "2035-01-01T00:00:00Z";
    private static final int BRIEF_MILLIS = 2_000;

    private final Caller caller;
    private final Acknowledgements acknowledged;
    private final Random random;

    BonusSteps(Caller caller, Acknowledgements acknowledged, Random random) {
        this.caller = caller;
        this.acknowledged = acknowledged;
        this.random = random;
    }

    /// Holds it for long, or for a moment, also one that is held already.
    void hold(OwnedBonus bonus) {
        var briefly = random.nextBoolean();
        var until = briefly
                ? Instant.now().plusMillis(1 + random.nextInt(BRIEF_MILLIS)).toString()
                : LONG;
        var body = "{\"until\": \"%s\", %s}".formatted(until, REASON);
        caller.ask("/mlm/bonus/" + bonus.id() + "/hold", body, key()).ifPresent(settled -> {
            // The moment may be over before the request comes through.
            var isTooLate = briefly && settled.answer().status() == 422;
            if (!isTooLate) {
                settle(settled, bonus, done -> done.hold(briefly));
            }
        });
    }

    /// Releases it.
    void release(OwnedBonus bonus) {
        caller.ask("/mlm/bonus/" + bonus.id() + "/release", "{" + REASON + "}", key())
                .ifPresent(settled -> settle(settled, bonus, OwnedBonus::release));
    }

    /// Marks it paid.
    void pay(OwnedBonus bonus) {
        caller.patch("/mlm/bonus/" + bonus.id() + "/mark-paid")
                .ifPresent(settled -> settle(settled, bonus, done -> done.see(State.PAID)));
    }

    /// @param step what was done, and whether it could be
    private void settle(Settled settled, OwnedBonus bonus, Predicate<OwnedBonus> step) {
        var before = bonus.toString();
        var body = settled.answer().body();
        var isRight = switch (settled.answer().status()) {
            case 200 -> step.test(bonus) && bonus.see(body);
            case 409 ->
                State.inWords(body.path("detail").asText()).filter(bonus::see).isPresent();
            default -> false;
        };
        if (!isRight) {
            acknowledged.violation("a step of the bonus that is " + before + ": " + settled.words());
        }
    }

    private String key() {
        return Long.toHexString(random.nextLong());
    }
}
