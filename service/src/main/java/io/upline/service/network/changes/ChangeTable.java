package io.upline.service.network.changes;

import io.upline.service.network.changes.Change.Exchange;
import io.upline.service.network.changes.Change.Facts;
import io.upline.service.network.changes.Change.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL that reads the log. One statement a method, so that it is read as of one moment: entries become visible
/// in the order of their seq, so none can appear before one that was read.
final class ChangeTable {
    /// The page is cut before the joins: nothing is looked up that isn't shown. There is a row even without an
    /// entry.
    private static final String SELECT = """
            SELECT network.seq AS as_of, (extract(epoch FROM known.recorded_at) * 1000000)::bigint AS after_at,
                   entry.seq, entry.kind,
                   (extract(epoch FROM entry.recorded_at) * 1000000)::bigint AS at, subject.user_id, subject.seq AS born_seq,
                   sponsor.user_id AS sponsor_id, parent.user_id AS parent_id, entry.position,
                   previous_sponsor.user_id AS previous_sponsor_id,
                   previous_parent.user_id AS previous_parent_id, entry.previous_position,
                   (extract(epoch FROM entry.joined_at) * 1000000)::bigint AS joined_at,
                   entry.width, entry.plan_version, entry.reason,
                   (extract(epoch FROM entry.effective_at) * 1000000)::bigint AS effective_at
            FROM network
            LEFT JOIN log_entry AS known ON known.seq = ?
            LEFT JOIN (SELECT * FROM log_entry WHERE %s ORDER BY seq LIMIT ?) AS entry ON true
            LEFT JOIN member AS subject ON subject.number = entry.member
            LEFT JOIN member AS sponsor ON sponsor.number = entry.sponsor
            LEFT JOIN member AS parent ON parent.number = entry.parent
            LEFT JOIN member AS previous_sponsor ON previous_sponsor.number = entry.previous_sponsor
            LEFT JOIN member AS previous_parent ON previous_parent.number = entry.previous_parent
            ORDER BY entry.seq
            """;

    private ChangeTable() {}

    /// What happened in the whole network. O(limit).
    static ChangePage page(Connection connection, Reading reading) throws SQLException {
        try (var select = connection.prepareStatement(SELECT.formatted("seq > ?"))) {
            select.setLong(1, reading.after());
            select.setLong(2, reading.after());
            select.setInt(3, reading.limit() + 1);
            return read(select, reading.limit());
        }
    }

    /// What happened to one member, named by number. O(limit).
    static ChangePage ofMember(Connection connection, int member, Reading reading) throws SQLException {
        try (var select = connection.prepareStatement(SELECT.formatted("member = ? AND seq > ?"))) {
            select.setLong(1, reading.after());
            select.setInt(2, member);
            select.setLong(3, reading.after());
            select.setInt(4, reading.limit() + 1);
            return read(select, reading.limit());
        }
    }

    private static ChangePage read(PreparedStatement select, int limit) throws SQLException {
        try (var rows = select.executeQuery()) {
            var items = new ArrayList<Change>();
            var asOf = 0L;
            var afterAt = Optional.<Long>empty();
            while (rows.next()) {
                asOf = rows.getLong("as_of");
                afterAt = Optional.ofNullable(rows.getObject("after_at", Long.class));
                if (rows.getString("kind") != null) {
                    items.add(change(rows));
                }
            }
            return items.size() > limit
                    ? new ChangePage(items.subList(0, limit), true, afterAt, asOf)
                    : new ChangePage(items, false, afterAt, asOf);
        }
    }

    private static Change change(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new Change(row.getLong("seq"), kind, row.getLong("at"), facts(kind, row));
    }

    private static Facts facts(String kind, ResultSet row) throws SQLException {
        return switch (kind) {
            case "born" ->
                new Facts.Birth(id(row, "user_id"), idOrNull(row, "sponsor_id"), place(row), row.getLong("joined_at"));
            case "moved" -> new Facts.Move(id(row, "user_id"), sponsors(row), places(row), row.getString("reason"));
            case "suspended", "reinstated" -> new Facts.Standing(id(row, "user_id"), row.getString("reason"));
            case "forgotten" ->
                new Facts.Forgetting(id(row, "user_id"), row.getLong("born_seq"), row.getString("reason"));
            case "width_changed" -> new Facts.Width(row.getInt("width"));
            case "plan_activated", "plan_withdrawn" -> new Facts.Plan(row.getInt("plan_version"));
            case "plan_scheduled" -> new Facts.ScheduledPlan(row.getInt("plan_version"), row.getLong("effective_at"));
            default -> new Facts.Unknown();
        };
    }

    private static @Nullable Exchange<UUID> sponsors(ResultSet row) throws SQLException {
        var sponsor = idOrNull(row, "sponsor_id");
        return sponsor == null ? null : new Exchange<>(sponsor, idOrNull(row, "previous_sponsor_id"));
    }

    private static @Nullable Exchange<Place> places(ResultSet row) throws SQLException {
        var place = place(row);
        if (place == null) {
            return null;
        }
        var parent = idOrNull(row, "previous_parent_id");
        return new Exchange<>(place, parent == null ? null : new Place(parent, row.getInt("previous_position")));
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        var parent = idOrNull(row, "parent_id");
        return parent == null ? null : new Place(parent, row.getInt("position"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
