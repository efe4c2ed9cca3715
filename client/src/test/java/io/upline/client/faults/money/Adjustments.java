package io.upline.client.faults.money;

import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Caller;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What a client gives to members and takes from them by hand. What is above the plan's limit waits, and is declined
/// at times: nobody else is there to approve it.
final class Adjustments {
    private static final int LIMIT_CENTS = 40_000;
    private static final int MOST_CENTS = 50_000;

    private final Caller caller;
    private final Acknowledgements acknowledged;
    private final Random random;
    private final List<Adjustment> done = new ArrayList<>();

    Adjustments(Caller caller, Acknowledgements acknowledged, Random random) {
        this.caller = caller;
        this.acknowledged = acknowledged;
        this.random = random;
    }

    /// One of them, as the service confirmed it.
    ///
    /// @param status `posted`, `waiting` or `declined`
    record Adjustment(String id, String member, boolean isCredit, BigDecimal amount, String status) {
        /// Below zero for what was taken.
        BigDecimal given() {
            return isCredit ? amount : amount.negate();
        }

        private Adjustment declined() {
            return new Adjustment(id, member, isCredit, amount, "declined");
        }
    }

    List<Adjustment> done() {
        return done;
    }

    /// Asks for one, or declines one that waits.
    void adjust() {
        if (!done.isEmpty() && done.getLast().status().equals("waiting") && random.nextBoolean()) {
            decline();
            return;
        }
        var cents = 1 + random.nextInt(random.nextInt(4) == 0 ? MOST_CENTS : 2_000);
        var amount = BigDecimal.valueOf(cents, 2);
        var isCredit = random.nextBoolean();
        var member = acknowledged.anyMember(random);
        var body = "{\"user_id\": \"%s\", \"kind\": \"%s\", \"amount\": %s, \"reason\": \"a test\"}"
                .formatted(member, isCredit ? "credit" : "debit", amount);
        caller.ask("/mlm/adjustments", body, key()).ifPresent(settled -> {
            var said = settled.answer().body();
            var status = cents > LIMIT_CENTS ? "waiting" : "posted";
            if (settled.answer().status() != 200
                    || !said.path("status").asText().equals(status)
                    || said.path("amount").decimalValue().compareTo(amount) != 0) {
                acknowledged.violation("adjusting by " + body + ": " + settled.words());
            }
            done.add(new Adjustment(said.path("id").asText(), member, isCredit, amount, status));
        });
    }

    private void decline() {
        var waiting = done.getLast();
        caller.ask("/mlm/adjustments/%s/decline".formatted(waiting.id()), "", key())
                .ifPresent(settled -> {
                    if (!settled.answer().body().path("status").asText().equals("declined")) {
                        acknowledged.violation("declining " + waiting + ": " + settled.words());
                    }
                    done.set(done.size() - 1, waiting.declined());
                });
    }

    private String key() {
        return Long.toHexString(random.nextLong());
    }
}
