package io.upline.service.bonus;

import io.upline.service.platform.database.TimeOrderedIds;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The conditions of a [BonusQuery], as SQL with its parameters. Only what was asked for is in it, so that
/// PostgreSQL plans for exactly that.
final class Conditions {
    private final List<String> conditions = new ArrayList<>(List.of("TRUE"));
    private final List<Object> values = new ArrayList<>();

    static Conditions of(BonusQuery query) {
        var conditions = new Conditions();
        query.earner().ifPresent(earner -> conditions.add("earner = ?", earner));
        query.status().ifPresent(status -> conditions.addStatus(status));
        query.type().ifPresent(type -> conditions.add("""
                EXISTS (SELECT FROM bonus_event WHERE bonus_event.id = bonus.event AND trigger_type = ?)
                """, type));
        query.before().ifPresent(before -> conditions.add("id < ?", before));
        query.window().ifPresent(conditions::addWindow);
        return conditions;
    }

    /// A literal, so that the partial indexes are seen to fit.
    private void addStatus(BonusStatus status) {
        conditions.add(
                switch (status) {
                    case PENDING -> "status IN ('held', 'pending')";
                    case PAID -> "status = 'paid'";
                    case REVERSED -> "status = 'reversed'";
                });
    }

    /// The id narrows it down by the index; the times are exact.
    private void addWindow(BonusQuery.Window window) {
        add("id >= ?", TimeOrderedIds.leastAt(window.fromMicros()));
        add("created_at >= timestamptz 'epoch' + ? * interval '1 microsecond'", window.fromMicros());
        add("created_at <= timestamptz 'epoch' + ? * interval '1 microsecond'", window.toMicros());
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    String sql() {
        return String.join(" AND ", conditions);
    }

    /// Sets the parameters from the first one on, and returns the number of the next.
    int bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return values.size() + 1;
    }
}
