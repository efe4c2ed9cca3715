package io.upline.service.network.stored;

import io.upline.service.platform.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Where a user id stood when everything was looked through, before anything was locked: what is left for the lock
/// are these places, and what was written since.
///
/// @param asOf the last entry of the log by then
/// @param sinceMicros any kept reply that was not there by then is at least as young, in µs since 1970
/// @param reasons the entries of the log with the id in their reasons
/// @param keys the keys of the kept replies with the id in them
public record FoundTraces(long asOf, long sinceMicros, List<Long> reasons, List<String> keys) {
    /// Nothing was looked through yet.
    public static final FoundTraces NONE_YET = new FoundTraces(0, 0, List.of(), List.of());

    /// A reply echoes what people sent, as they spelt it, and so does a key. Its one parameter is the id without
    /// dashes.
    static final String IN_REPLY = "position(? IN replace(lower((key || reply) COLLATE \"C\"), '-', '')) > 0";
    private static final String BEGUN = """
            SELECT seq, (extract(epoch FROM least(now(), (SELECT min(xact_start) FROM pg_stat_activity
                                                          WHERE datname = current_database()))
                                            - ? * interval '1 second') * 1000000)::bigint
            FROM network
            """;
    /// What remains to be looked through may be as much older as clocks are apart.
    private static final long CLOCKS_APART_SECONDS = 10;

    public FoundTraces {
        reasons = List.copyOf(reasons);
        keys = List.copyOf(keys);
    }

    /// Looks through everything. Nobody waits for it. O(changes in the log + kept replies), about two seconds for a
    /// million replies.
    public static FoundTraces of(Connection connection, UUID userId) throws SQLException {
        Database.expectLongWork(connection);
        var begun = begun(connection);
        return new FoundTraces(begun.asOf, begun.sinceMicros, reasons(connection, userId), keys(connection, userId));
    }

    /// Whoever keeps a reply that the next statements don't see has begun by now, or begins later.
    private static FoundTraces begun(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(BEGUN)) {
            select.setLong(1, CLOCKS_APART_SECONDS);
            try (var row = select.executeQuery()) {
                row.next();
                return new FoundTraces(row.getLong(1), row.getLong(2), List.of(), List.of());
            }
        }
    }

    private static List<Long> reasons(Connection connection, UUID userId) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT seq FROM member_change WHERE length(reason) >= ? AND reason ~* ?")) {
            select.setInt(1, Traces.ID_CHARS);
            select.setString(2, Traces.either(userId));
            return column(select, Long.class);
        }
    }

    private static List<String> keys(Connection connection, UUID userId) throws SQLException {
        try (var select = connection.prepareStatement("SELECT key FROM idempotency_key WHERE %s".formatted(IN_REPLY))) {
            select.setString(1, Traces.bare(userId));
            return column(select, String.class);
        }
    }

    private static <T> List<T> column(PreparedStatement select, Class<T> type) throws SQLException {
        try (var rows = select.executeQuery()) {
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
            return values;
        }
    }
}
