package io.upline.service.audit.list;

import io.upline.service.platform.batch.GroupCommit;
import io.upline.service.platform.http.Ids;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The conditions of an [AuditQuery], as SQL with its parameters. Only what was asked for is in it, so that
/// PostgreSQL plans for exactly that.
final class ReadConditions {
    private final List<String> conditions = new ArrayList<>(List.of("audit_entry.sealed IS NOT NULL"));
    private final List<Object> values = new ArrayList<>();

    static ReadConditions of(AuditQuery query) {
        var conditions = new ReadConditions();
        query.member().ifPresent(conditions::addMember);
        query.author().ifPresent(conditions::addAuthor);
        query.act().ifPresent(act -> conditions.add("act = ?", act.word()));
        query.before().ifPresent(before -> conditions.add("audit_entry.sealed < ?", before));
        return conditions;
    }

    /// What was done to the member alone, their birth among others, and what was paid because of them among
    /// others: an entry about events is exactly as old as they are.
    ///
    /// Batches follow each other in the log. So the entry of a birth is among those that begin with it or before it
    /// the last one, or one of the same batch, which has no more authors than requests.
    private void addMember(UUID userId) {
        add("""
                audit_entry.id IN (
                  SELECT entry.id FROM member JOIN audit_entry AS entry ON entry.subject = number WHERE user_id = ?
                  UNION ALL
                  SELECT entry.id FROM member
                  CROSS JOIN LATERAL (SELECT id, births FROM audit_entry WHERE lower(births) <= seq
                                      ORDER BY lower(births) DESC LIMIT %d) AS entry
                  WHERE user_id = ? AND entry.births @> seq
                  UNION ALL
                  SELECT entry.id FROM member JOIN bonus_event AS event ON event.source = number
                  JOIN audit_entry AS entry ON entry.recorded_at = event.created_at AND entry.events @> ARRAY[event.id]
                  WHERE user_id = ?)
                """.formatted(GroupCommit.BATCH_COMMANDS), userId, userId, userId);
    }

    private void addAuthor(String author) {
        Ids.parse(author)
                .ifPresentOrElse(
                        person -> add("(key = ? OR person = ?)", author, person), () -> add("key = ?", author));
    }

    private void add(String condition, Object... parameters) {
        conditions.add(condition);
        values.addAll(List.of(parameters));
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
