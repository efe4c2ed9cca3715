package io.upline.service.network.log;

import io.upline.service.audit.AuditEntry;
import io.upline.service.audit.AuditTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The log's SQL. One statement a method; the caller holds the transaction.
public final class NetworkLog {
    private static final String LAST_BIRTH = """
            (SELECT concat_ws(' ', number, user_id, coalesce(born_sponsor, 0), coalesce(born_parent, 0),
                              coalesce(born_position, 0), (extract(epoch FROM joined_at) * 1000000)::bigint)
             FROM member WHERE member.seq = network.seq)
            """;
    private static final String HEAD = """
            SELECT seq, members, width,
                   (extract(epoch FROM greatest(clock_timestamp(), last_at + interval '1 microsecond')) * 1000000)::bigint,
                   %s
            FROM network
            """.formatted(LAST_BIRTH);
    private static final String APPEND = """
            WITH counted AS (
              UPDATE network
              SET seq = seq + ?, members = members + ?, last_at = timestamptz 'epoch' + ? * interval '1 microsecond'
              WHERE seq = ? AND %s IS NOT DISTINCT FROM ?
                AND timestamptz 'epoch' + ? * interval '1 microsecond' > greatest(last_at, clock_timestamp() - interval '1 second')
              RETURNING id
            ), audited AS (
              %%s WHERE EXISTS (SELECT FROM counted)
            )
            INSERT INTO member (seq, number, user_id, born_sponsor, born_parent, born_position,
                                sponsor, parent, position, joined_at, recorded_at)
            SELECT ? + nth, ? + nth, user_id, sponsor, parent, position, sponsor, parent, position,
                   timestamptz 'epoch' + joined * interval '1 microsecond',
                   timestamptz 'epoch' + ? * interval '1 microsecond'
            FROM counted, unnest(?::uuid[], ?::integer[], ?::integer[], ?::smallint[], ?::bigint[])
                          WITH ORDINALITY AS born (user_id, sponsor, parent, position, joined, nth)
            """.formatted(LAST_BIRTH);

    private static final String ENTRIES = """
            SELECT seq, kind, member, user_id, sponsor, parent, position, width, plan_version, pseudonym,
                   (extract(epoch FROM joined_at) * 1000000)::bigint AS joined_at,
                   (extract(epoch FROM recorded_at) * 1000000)::bigint AS recorded_at,
                   (extract(epoch FROM effective_at) * 1000000)::bigint AS effective_at
            FROM log_entry WHERE %s ORDER BY seq
            """;

    private NetworkLog() {}

    /// The row that is lock and counter.
    ///
    /// @param nowMicros the database's time, always later than the last batch's, in µs since 1970
    /// @param lastBirth the last entry, as [LogEntry.Birth#asText()] writes it; null when that was no birth, or was
    ///     written while this head was waited for
    public record Head(
            long seq,
            int members,
            int width,
            long nowMicros,
            @Nullable String lastBirth) {}

    /// Takes the lock that orders all writers, until the transaction ends. Waits for whoever holds it.
    public static Head lock(Connection connection) throws SQLException {
        return head(connection, HEAD + "FOR UPDATE");
    }

    /// The same, waiting for some milliseconds at most.
    public static Head lock(Connection connection, long millis) throws SQLException {
        // Later statements wait as long as those of any session.
        try (var select = connection.prepareStatement(
                "SET LOCAL lock_timeout = %d; %s FOR UPDATE; SET LOCAL lock_timeout = '4s'".formatted(millis, HEAD))) {
            select.execute();
            select.getMoreResults();
            return head(select.getResultSet());
        }
    }

    /// Makes sure that a batch of that time is not appended any more, should its statement still be on the way.
    public static void shutOut(Connection connection, long nowMicros) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE network SET last_at = greatest(last_at, timestamptz 'epoch' + ? * interval '1 microsecond')
                """)) {
            update.setLong(1, nowMicros);
            update.executeUpdate();
        }
    }

    /// The same without the lock.
    public static Head read(Connection connection) throws SQLException {
        return head(connection, HEAD);
    }

    private static Head head(Connection connection, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            return head(row);
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        row.next();
        return new Head(row.getLong(1), row.getInt(2), row.getInt(3), row.getLong(4), row.getString(5));
    }

    /// The entries from `seq` on, that one included, in order, from one snapshot.
    public static List<LogEntry> since(Connection connection, long seq) throws SQLException {
        try (var select = connection.prepareStatement(ENTRIES.formatted("seq >= ?"))) {
            select.setLong(1, seq);
            return entries(select);
        }
    }

    /// The entries about the compensation plan, in order. O(these).
    static List<LogEntry> ofPlans(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(ENTRIES.formatted("plan_version IS NOT NULL"))) {
            return entries(select);
        }
    }

    private static List<LogEntry> entries(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var entries = new ArrayList<LogEntry>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        }
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        var seq = row.getLong("seq");
        var kind = row.getString("kind");
        return switch (kind) {
            case "born" ->
                new LogEntry.Birth(
                        seq,
                        row.getInt("member"),
                        row.getObject("user_id", UUID.class),
                        row.getObject("sponsor", Integer.class),
                        row.getObject("parent", Integer.class),
                        row.getInt("position"),
                        row.getLong("joined_at"));
            case "moved" ->
                new LogEntry.Moved(
                        seq,
                        row.getInt("member"),
                        row.getObject("sponsor", Integer.class),
                        row.getObject("parent", Integer.class),
                        row.getInt("position"),
                        row.getLong("recorded_at"));
            case "suspended" -> new LogEntry.Suspended(seq, row.getInt("member"), row.getLong("recorded_at"));
            case "reinstated" -> new LogEntry.Reinstated(seq, row.getInt("member"), row.getLong("recorded_at"));
            case "forgotten" ->
                new LogEntry.Forgotten(
                        seq, row.getInt("member"), row.getObject("pseudonym", UUID.class), row.getLong("recorded_at"));
            case "width_changed" -> new LogEntry.WidthChanged(seq, row.getInt("width"));
            case "plan_activated", "plan_scheduled", "plan_withdrawn" -> ofPlan(seq, kind, row);
            default -> new LogEntry.Unknown(seq, kind);
        };
    }

    private static LogEntry.OfPlan ofPlan(long seq, String kind, ResultSet row) throws SQLException {
        var version = row.getInt("plan_version");
        var at = row.getLong("recorded_at");
        return switch (kind) {
            case "plan_activated" -> new LogEntry.PlanActivated(seq, version, at);
            case "plan_scheduled" -> new LogEntry.PlanScheduled(seq, version, at, row.getLong("effective_at"));
            default -> new LogEntry.PlanWithdrawn(seq, version, at);
        };
    }

    /// The kinds of change in the log that this version doesn't know.
    public static List<String> unknownKinds(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT DISTINCT kind FROM member_change
                WHERE kind NOT IN ('width_changed', 'plan_activated', 'plan_scheduled', 'plan_withdrawn',
                                   'moved', 'suspended', 'reinstated', 'forgotten')
                ORDER BY kind
                """);
                var rows = select.executeQuery()) {
            var kinds = new ArrayList<String>();
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
            return kinds;
        }
    }

    /// Whether a member has a pseudonym, named by number.
    public static boolean isForgotten(Connection connection, int member) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT EXISTS (SELECT FROM member_change WHERE member = ? AND kind = 'forgotten')")) {
            select.setInt(1, member);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /// Appends births, writes who let them join, and moves the counter on, in one statement. The first gets the
    /// place after `head.seq()` and the number after `head.members()`; the others follow without gaps. Waits for
    /// whoever holds the lock.
    ///
    /// @param entries who let them join; at least one
    /// @return false when the log does not end as `head` says, or the time of `head` is not after the last one
    ///     or is more than a second ago; then nothing was written
    public static boolean append(Connection connection, Head head, Births births, List<AuditEntry> entries)
            throws SQLException {
        try (var insert = connection.prepareStatement(APPEND.formatted(AuditTable.insert(entries.size())))) {
            insert.setInt(1, births.size());
            insert.setInt(2, births.size());
            insert.setLong(3, head.nowMicros());
            insert.setLong(4, head.seq());
            insert.setString(5, head.lastBirth());
            insert.setLong(6, head.nowMicros());
            var next = AuditTable.bind(insert, 7, entries);
            insert.setLong(next, head.seq());
            insert.setInt(next + 1, head.members());
            insert.setLong(next + 2, head.nowMicros());
            births.bind(connection, insert, next + 3);
            return insert.executeUpdate() == births.size();
        }
    }

    /// Appends a change of width and moves the counter on.
    public static void appendWidth(Connection connection, Head head, int width) throws SQLException {
        try (var insert = connection.prepareStatement("""
                WITH counted AS (
                  UPDATE network
                  SET seq = seq + 1, width = ?, last_at = timestamptz 'epoch' + ? * interval '1 microsecond'
                )
                INSERT INTO member_change (seq, kind, width, recorded_at)
                VALUES (?, 'width_changed', ?, timestamptz 'epoch' + ? * interval '1 microsecond')
                """)) {
            insert.setInt(1, width);
            insert.setLong(2, head.nowMicros());
            insert.setLong(3, head.seq() + 1);
            insert.setInt(4, width);
            insert.setLong(5, head.nowMicros());
            insert.executeUpdate();
        }
    }
}
