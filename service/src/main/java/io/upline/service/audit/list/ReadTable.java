package io.upline.service.audit.list;

import io.upline.service.audit.chain.StoredEntry;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL that reads entries. One statement a method; the caller holds the transaction.
final class ReadTable {
    private ReadTable() {}

    /// A page of what the query asks for.
    ///
    /// @throws Problem 404 for a user who is no member
    static AuditPage page(Connection connection, AuditQuery query) throws SQLException {
        if (query.member().isPresent()) {
            requireMember(connection, query.member().get());
        }
        var entries = entries(connection, query);
        var hasNext = entries.size() > query.limit();
        var shown = hasNext ? entries.subList(0, query.limit()) : entries;
        var numbers = shown.stream()
                .flatMap(entry -> FactsText.members(entry.stored().facts()).stream())
                .distinct()
                .toList();
        return new AuditPage(shown, userIds(connection, numbers), hasNext);
    }

    private static void requireMember(Connection connection, UUID userId) throws SQLException {
        try (var select = connection.prepareStatement("SELECT FROM member WHERE user_id = ?")) {
            select.setObject(1, userId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.of(ProblemType.UNKNOWN_MEMBER, "User " + userId + " is not in the MLM tree.");
                }
            }
        }
    }

    /// One more than asked for, when there are that many.
    private static List<ReadEntry> entries(Connection connection, AuditQuery query) throws SQLException {
        var conditions = ReadConditions.of(query);
        try (var select = connection.prepareStatement("""
                SELECT %s,
                       CASE WHEN subject IS NOT NULL
                              THEN (SELECT user_id FROM member WHERE number = audit_entry.subject)
                            WHEN upper(births) - lower(births) = 1
                              THEN (SELECT user_id FROM member WHERE seq = lower(audit_entry.births))
                            WHEN cardinality(events) = 1
                              THEN (SELECT user_id FROM bonus_event JOIN member ON number = source
                                    WHERE bonus_event.id = audit_entry.events[1]) END AS user_id
                FROM audit_entry WHERE %s ORDER BY audit_entry.sealed DESC LIMIT ?
                """.formatted(StoredEntry.COLUMNS, conditions.sql()))) {
            select.setInt(conditions.bind(select), query.limit() + 1);
            try (var rows = select.executeQuery()) {
                var entries = new ArrayList<ReadEntry>();
                while (rows.next()) {
                    entries.add(new ReadEntry(StoredEntry.read(rows), rows.getObject("user_id", UUID.class)));
                }
                return entries;
            }
        }
    }

    private static Map<Integer, UUID> userIds(Connection connection, Collection<Integer> numbers) throws SQLException {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        try (var select = connection.prepareStatement("SELECT number, user_id FROM member WHERE number = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("integer", numbers.toArray()));
            try (var rows = select.executeQuery()) {
                var ids = new HashMap<Integer, UUID>();
                while (rows.next()) {
                    ids.put(rows.getInt(1), rows.getObject(2, UUID.class));
                }
                return ids;
            }
        }
    }
}
