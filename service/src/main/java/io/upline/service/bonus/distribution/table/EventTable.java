package io.upline.service.bonus.distribution.table;

import io.upline.service.bonus.distribution.event.BonusEvent;
import io.upline.service.bonus.distribution.event.Grounds;
import io.upline.service.network.stored.Traces;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of one batch for `bonus_event`, as columns for one `unnest`; and the statement that writes them.
public final class EventTable {
    private final Grounds grounds;
    private final List<UUID> ids = new ArrayList<>();
    private final List<String> triggers = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();
    private final List<@Nullable String> references = new ArrayList<>();
    private final List<@Nullable BigDecimal> amounts = new ArrayList<>();
    private final List<Long> seqs = new ArrayList<>();

    /// No rows as yet.
    public EventTable(Grounds grounds) {
        this.grounds = grounds;
    }

    /// The event of that id.
    public static Optional<BonusEvent> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT event.id, event.trigger_type, source.user_id, event.reference, event.amount,
                       event.currency, event.plan_version, event.as_of_seq,
                       (extract(epoch FROM event.created_at) * 1000000)::bigint AS created_at
                FROM bonus_event AS event
                JOIN member AS source ON source.number = event.source
                WHERE event.id = ?
                """)) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(OnceTable.event(row)) : Optional.empty();
            }
        }
    }

    /// Adds a row.
    ///
    /// @param source the member's index
    public void add(BonusEvent event, int source) {
        ids.add(event.id());
        triggers.add(event.triggerType());
        sources.add(source + 1);
        references.add(event.reference());
        amounts.add(event.amount());
        seqs.add(event.asOf());
    }

    /// Whether there is no row.
    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /// Whether a reference is long enough to hold somebody's id.
    public boolean mayNameSomebody() {
        return references.stream().anyMatch(reference -> reference != null && Traces.hasRoomIn(reference));
    }

    /// Writes all rows. Waits for an earlier try of the same batch that may still be committing.
    ///
    /// @return false when that try was committed: the rows are there already
    public boolean write(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO bonus_event (id, trigger_type, source, reference, amount, as_of_seq,
                                         currency, plan_version, created_at)
                SELECT id, trigger_type, source, reference, amount, as_of_seq,
                       ?, ?, timestamptz 'epoch' + ? * interval '1 microsecond'
                FROM unnest(?::uuid[], ?::text[], ?::integer[], ?::text[], ?::numeric[], ?::bigint[])
                     AS event (id, trigger_type, source, reference, amount, as_of_seq)
                ON CONFLICT (id) DO NOTHING
                """)) {
            insert.setString(1, grounds.inForce().plan().currency().code());
            insert.setInt(2, grounds.inForce().version());
            insert.setLong(3, grounds.nowMicros());
            insert.setArray(4, connection.createArrayOf("uuid", ids.toArray()));
            insert.setArray(5, connection.createArrayOf("text", triggers.toArray()));
            insert.setArray(6, connection.createArrayOf("integer", sources.toArray()));
            insert.setArray(7, connection.createArrayOf("text", references.toArray()));
            insert.setArray(8, connection.createArrayOf("numeric", amounts.toArray()));
            insert.setArray(9, connection.createArrayOf("bigint", seqs.toArray()));
            return insert.executeUpdate() == ids.size();
        }
    }
}
