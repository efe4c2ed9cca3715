package io.upline.service.platform.idempotency;

import io.upline.service.platform.database.Failure;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The kept answers, as a batch sees them: read with one statement and written with one.
public final class StoredReplies {
    private record Stored(String fingerprint, String reply) {}

    private final Map<String, Stored> known = new HashMap<>();
    private final Map<String, Stored> added = new HashMap<>();

    private StoredReplies() {}

    /// None, for requests without keys.
    public static StoredReplies none() {
        return new StoredReplies();
    }

    /// Reads the answers kept for `keys`, and locks the table, for sharing, until the transaction ends: nobody can
    /// lock it alone, to clear it of somebody's name, while an answer may be on its way into it.
    public static StoredReplies read(Connection connection, Collection<IdempotencyKey> keys) throws SQLException {
        var replies = none();
        if (keys.isEmpty()) {
            return replies;
        }
        var names = keys.stream().map(IdempotencyKey::key).distinct().toArray(String[]::new);
        try (var select = connection.prepareStatement(
                "SELECT key, request_hash, reply FROM idempotency_key WHERE key = ANY (?) FOR KEY SHARE")) {
            select.setArray(1, connection.createArrayOf("text", names));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    replies.known.put(rows.getString(1), new Stored(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return replies;
    }

    /// The answer given to the same request before, also earlier in this batch.
    ///
    /// @throws Problem 422 when the key belongs to another request
    public Optional<String> of(IdempotencyKey key) {
        var stored = added.getOrDefault(key.key(), known.get(key.key()));
        if (stored == null) {
            return Optional.empty();
        }
        if (!stored.fingerprint.equals(key.fingerprint())) {
            throw Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "The Idempotency-Key %s belongs to another request; use a new key.".formatted(key.key()));
        }
        return Optional.of(stored.reply);
    }

    /// Whether there is nothing to be written.
    public boolean isEmpty() {
        return added.isEmpty();
    }

    /// Keeps an answer, to be written by [#write(Connection)].
    public void add(IdempotencyKey key, String reply) {
        added.put(key.key(), new Stored(key.fingerprint(), reply));
    }

    /// Writes the added answers in the transaction of the work itself.
    ///
    /// @throws SQLException of the kind [Failure#CONTENTION] when another request with one of the keys was faster
    public void write(Connection connection) throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        // Sorted, so that two batches never wait for each other's keys.
        var entries =
                added.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        try (var insert = connection.prepareStatement("""
                INSERT INTO idempotency_key (key, request_hash, reply, created_at)
                SELECT key, request_hash, reply, clock_timestamp()
                FROM unnest(?::text[], ?::text[], ?::text[]) AS added (key, request_hash, reply)
                ON CONFLICT (key) DO NOTHING
                """)) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text", entries.stream().map(Map.Entry::getKey).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            entries.stream().map(e -> e.getValue().fingerprint).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            entries.stream().map(e -> e.getValue().reply).toArray()));
            if (insert.executeUpdate() < entries.size()) {
                throw Failure.contention("An answer was kept under the same Idempotency-Key meanwhile.");
            }
        }
    }
}
