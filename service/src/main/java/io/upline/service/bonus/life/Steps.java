package io.upline.service.bonus.life;

import io.upline.engine.ledger.BonusLife;
import io.upline.engine.ledger.BonusState;
import io.upline.engine.ledger.Posting;
import io.upline.engine.ledger.Step;
import io.upline.service.ledger.Debts;
import io.upline.service.ledger.Postings;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The steps that bonuses take in one transaction: what they are afterwards, what is posted, and who owes what.
/// The one way to change a bonus once it is there.
public final class Steps {
    /// Takes one column's value from a bonus.
    @FunctionalInterface
    private interface Column {
        @Nullable
        Object of(BonusLife bonus);
    }

    private final Map<UUID, BonusLife> after = new LinkedHashMap<>();
    private final Postings postings = new Postings();
    private final Debts debts;

    /// No steps as yet.
    ///
    /// @param debts of the earners, where a step depends on them
    public Steps(Debts debts) {
        this.debts = debts;
    }

    /// Takes a step.
    public void take(UUID bonus, Step.Taken step) {
        take(bonus, step, postings::ofBonus);
    }

    /// Takes a part of a bonus back.
    public void reverse(UUID bonus, UUID reversal, Step.Taken step) {
        take(bonus, step, (id, posting) -> postings.ofReversal(id, reversal, posting));
    }

    private void take(UUID bonus, Step.Taken step, BiConsumer<UUID, Posting> post) {
        if (step.isNew()) {
            after.put(bonus, step.after());
            step.postings().forEach(posting -> {
                post.accept(bonus, posting);
                debts.apply(posting);
            });
        }
    }

    /// Writes them. A bonus that took several is written as it is after the last.
    ///
    /// @param atMicros when, in µs since 1970
    public void write(Connection connection, long atMicros) throws SQLException {
        if (after.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement("""
                UPDATE bonus SET status = after.status, reversed = after.reversed,
                                 held_until = timestamptz 'epoch' + after.held_until * interval '1 microsecond',
                                 paid_at = coalesce(timestamptz 'epoch' + after.paid_at * interval '1 microsecond',
                                                    bonus.paid_at)
                FROM unnest(?::uuid[], ?::text[], ?::numeric[], ?::bigint[], ?::bigint[])
                     AS after (id, status, reversed, held_until, paid_at)
                WHERE bonus.id = after.id
                """)) {
            update.setArray(1, connection.createArrayOf("uuid", after.keySet().toArray()));
            update.setArray(2, array(connection, "text", bonus -> word(bonus.state())));
            update.setArray(
                    3, array(connection, "numeric", bonus -> bonus.reversed().amount()));
            update.setArray(4, array(connection, "bigint", bonus -> heldUntil(bonus.state())));
            update.setArray(5, array(connection, "bigint", bonus -> paidAt(bonus.state())));
            update.executeUpdate();
        }
        postings.write(connection, atMicros);
        debts.write(connection);
    }

    private Array array(Connection connection, String type, Column column) throws SQLException {
        return connection.createArrayOf(
                type, after.values().stream().map(column::of).toArray());
    }

    private static String word(BonusState state) {
        return switch (state) {
            case BonusState.Held _ -> "held";
            case BonusState.Payable() -> "pending";
            case BonusState.Paid _ -> "paid";
            case BonusState.Reversed() -> "reversed";
        };
    }

    private static @Nullable Long heldUntil(BonusState state) {
        return state instanceof BonusState.Held(var untilMicros) ? Long.valueOf(untilMicros) : null;
    }

    private static @Nullable Long paidAt(BonusState state) {
        return state instanceof BonusState.Paid(var atMicros) ? Long.valueOf(atMicros) : null;
    }
}
