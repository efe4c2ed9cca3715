package io.upline.service.network.log;

import io.upline.service.network.command.PlanTimeline;
import io.upline.service.network.command.PlanTimeline.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/// The versions of the compensation plan in the log: their SQL, and what the entries come to. The caller holds the
/// transaction.
public final class PlanLog {
    private PlanLog() {}

    /// What the log comes to up to its end. O(versions).
    public static PlanTimeline timeline(Connection connection) throws SQLException {
        var timeline = PlanTimeline.EMPTY;
        for (var entry : NetworkLog.ofPlans(connection)) {
            timeline = entry instanceof LogEntry.OfPlan ofPlan ? after(timeline, ofPlan) : timeline;
        }
        return timeline;
    }

    /// What a timeline is after one more entry.
    public static PlanTimeline after(PlanTimeline timeline, LogEntry.OfPlan entry) {
        return switch (entry) {
            case LogEntry.PlanActivated(var seq, var version, var at) ->
                timeline.with(new Version(version, seq, at, at, Version.NEVER));
            case LogEntry.PlanScheduled(var seq, var version, var at, var effectiveAt) ->
                timeline.with(new Version(version, seq, at, effectiveAt, Version.NEVER));
            case LogEntry.PlanWithdrawn withdrawn -> timeline.withdrawn(withdrawn.version(), withdrawn.seq());
        };
    }

    /// Appends an entry about a version that is stored, and moves the counter on.
    public static void append(Connection connection, LogEntry.OfPlan entry) throws SQLException {
        try (var insert = connection.prepareStatement("""
                WITH change AS (
                  SELECT ?::bigint AS seq, ?::text AS kind, ?::integer AS version,
                         timestamptz 'epoch' + ?::bigint * interval '1 microsecond' AS at,
                         timestamptz 'epoch' + ?::bigint * interval '1 microsecond' AS effective_at
                ), counted AS (
                  UPDATE network
                  SET seq = change.seq, last_at = change.at,
                      plan_version = CASE WHEN change.kind = 'plan_activated' THEN change.version ELSE plan_version END
                  FROM change
                )
                INSERT INTO member_change (seq, kind, plan_version, effective_at, recorded_at)
                SELECT seq, kind, version, effective_at, at FROM change
                """)) {
            insert.setLong(1, entry.seq());
            insert.setInt(3, entry.version());
            insert.setLong(4, entry.atMicros());
            bindKind(insert, entry);
            insert.executeUpdate();
        }
    }

    private static void bindKind(PreparedStatement insert, LogEntry.OfPlan entry) throws SQLException {
        insert.setNull(5, Types.BIGINT);
        switch (entry) {
            case LogEntry.PlanActivated _ -> insert.setString(2, "plan_activated");
            case LogEntry.PlanScheduled scheduled -> {
                insert.setString(2, "plan_scheduled");
                insert.setLong(5, scheduled.effectiveAtMicros());
            }
            case LogEntry.PlanWithdrawn _ -> insert.setString(2, "plan_withdrawn");
        }
    }

    /// Stores a new version's document.
    public static void store(Connection connection, int version, String document, long nowMicros) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO plan (version, document, recorded_at)
                VALUES (?, ?, timestamptz 'epoch' + ? * interval '1 microsecond')
                """)) {
            insert.setInt(1, version);
            insert.setString(2, document);
            insert.setLong(3, nowMicros);
            insert.executeUpdate();
        }
    }

    /// The document of a version.
    ///
    /// @throws IllegalStateException when there is no such version
    public static String document(Connection connection, int version) throws SQLException {
        try (var select = connection.prepareStatement("SELECT document FROM plan WHERE version = ?")) {
            select.setInt(1, version);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("Version %d of the plan is not stored.".formatted(version));
                }
                return row.getString(1);
            }
        }
    }
}
