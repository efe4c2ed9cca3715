package io.upline.service.bonus.distribution.table;

import io.upline.engine.bonus.Earning;
import io.upline.engine.ledger.BonusLife;
import io.upline.engine.ledger.BonusState;
import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.distribution.event.Grounds;
import io.upline.service.ledger.Postings;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one batch for `bonus`, as columns for one `unnest`, and their postings; and what writes them.
public final class EarningTable {
    private record Row(Bonus bonus, int earner, int source) {}

    /// Takes one column's value from a row.
    @FunctionalInterface
    private interface Column {
        @Nullable
        Object of(Row row);
    }

    private final Grounds grounds;
    private final List<Row> rows = new ArrayList<>();
    private final Postings postings = new Postings();

    /// No rows as yet.
    public EarningTable(Grounds grounds) {
        this.grounds = grounds;
    }

    /// Adds a row.
    ///
    /// @param source the member's index
    public void add(Bonus bonus, Earning earning, int source) {
        var earner = earning.earner() + 1;
        rows.add(new Row(bonus, earner, source + 1));
        postings.ofBonus(
                bonus.id(),
                BonusLife.earned(bonus.type(), earner, earning.amount(), state(bonus))
                        .origin());
    }

    private static BonusState state(Bonus bonus) {
        var until = bonus.heldUntilMicros();
        return until == null ? new BonusState.Payable() : new BonusState.Held(until);
    }

    /// Writes all rows.
    public void write(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO bonus (id, event, earner, source, level, rule, line, base, rate, amount,
                                   status, held_until, currency, created_at)
                SELECT id, event, earner, source, level, rule, line, base, rate, amount,
                       CASE WHEN held_until IS NULL THEN 'pending' ELSE 'held' END,
                       timestamptz 'epoch' + held_until * interval '1 microsecond',
                       ?, timestamptz 'epoch' + ? * interval '1 microsecond'
                FROM unnest(?::uuid[], ?::uuid[], ?::integer[], ?::integer[], ?::integer[], ?::text[], ?::text[],
                            ?::numeric[], ?::numeric[], ?::numeric[], ?::bigint[])
                     AS earned (id, event, earner, source, level, rule, line, base, rate, amount, held_until)
                """)) {
            insert.setString(1, grounds.inForce().plan().currency().code());
            insert.setLong(2, grounds.nowMicros());
            insert.setArray(3, array(connection, "uuid", row -> row.bonus.id()));
            insert.setArray(4, array(connection, "uuid", row -> row.bonus.eventId()));
            insert.setArray(5, array(connection, "integer", Row::earner));
            insert.setArray(6, array(connection, "integer", Row::source));
            insert.setArray(7, array(connection, "integer", row -> row.bonus.level()));
            insert.setArray(8, array(connection, "text", row -> row.bonus.rule()));
            insert.setArray(9, array(connection, "text", row -> row.bonus.line()));
            insert.setArray(10, array(connection, "numeric", row -> row.bonus.base()));
            insert.setArray(11, array(connection, "numeric", row -> row.bonus.rate()));
            insert.setArray(12, array(connection, "numeric", row -> row.bonus.amount()));
            insert.setArray(13, array(connection, "bigint", row -> row.bonus.heldUntilMicros()));
            insert.executeUpdate();
        }
        postings.write(connection, grounds.nowMicros());
    }

    private Array array(Connection connection, String type, Column column) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column::of).toArray());
    }
}
