package io.upline.client.faults.money;

import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Caller;
import io.upline.client.faults.load.Caller.Settled;
import io.upline.client.faults.money.OwnedEvent.Refund;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;

/// The refunds of a client's own events: in parts and as a whole, by id and by reference, told again, and refused.
final class Refunds {
    private static final String BY_REFERENCE = "/mlm/events/reverse";

    private final Caller caller;
    private final Acknowledgements acknowledged;
    private final Random random;

    Refunds(Caller caller, Acknowledgements acknowledged, Random random) {
        this.caller = caller;
        this.acknowledged = acknowledged;
        this.random = random;
    }

    /// Refunds a part of what is left, or all of it.
    void refund(OwnedEvent event) {
        if (event.isRefunded()) {
            refundTooMuch(event);
            return;
        }
        var amount = random.nextInt(4) == 0 ? Optional.<BigDecimal>empty() : part(event);
        var path = isByReference(event) ? BY_REFERENCE : "/mlm/events/" + event.id() + "/reverse";
        var body = body(event, path, amount);
        caller.ask(path, body).ifPresent(settled -> {
            var before = event.toString();
            var said = settled.answer().body();
            var refund = new Refund(path, body, said.path("total_reversed").decimalValue());
            if (settled.answer().status() != 200
                    || (said.path("repeated").asBoolean() && !settled.maybeDone())
                    || !event.refund(amount, refund, said)) {
                wrong(before, settled);
            }
        });
    }

    private boolean isByReference(OwnedEvent event) {
        return !event.order().reference().isEmpty() && random.nextBoolean();
    }

    private Optional<BigDecimal> part(OwnedEvent event) {
        var cents = event.left().movePointRight(2).intValueExact();
        return event.order().amount().map(any -> BigDecimal.valueOf(1 + random.nextInt(cents), 2));
    }

    private String body(OwnedEvent event, String path, Optional<BigDecimal> amount) {
        var which = path.equals(BY_REFERENCE)
                ? "\"trigger_type\": \"%s\", \"reference\": \"%s\", "
                        .formatted(event.order().trigger(), event.order().reference())
                : "";
        var part = amount.map(sum -> ", \"amount\": " + sum).orElse("");
        return "{%s\"refund_reference\": \"RF-%s\"%s}".formatted(which, Long.toHexString(random.nextLong()), part);
    }

    /// Tells a refund again.
    void repeat(OwnedEvent event) {
        if (event.refunds().isEmpty()) {
            refund(event);
            return;
        }
        var refund = event.refunds().get(random.nextInt(event.refunds().size()));
        caller.ask(refund.path(), refund.body()).ifPresent(settled -> {
            var before = event.toString();
            if (!event.seeAgain(refund, settled.answer().body())) {
                wrong(before, settled);
            }
        });
    }

    private void refundTooMuch(OwnedEvent event) {
        var path = "/mlm/events/" + event.id() + "/reverse";
        var body = body(event, path, Optional.of(event.left().add(new BigDecimal("0.01"))));
        caller.ask(path, body).ifPresent(settled -> {
            if (settled.answer().status() != 409 && settled.answer().status() != 422) {
                wrong(event.toString(), settled);
            }
        });
    }

    private void wrong(String before, Settled settled) {
        acknowledged.violation("a refund of " + before + ": " + settled.words());
    }
}
