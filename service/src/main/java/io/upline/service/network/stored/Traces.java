package io.upline.service.network.stored;

import io.upline.service.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/// Where a user id stands beside the member's own row: in texts that people and other systems wrote, in kept
/// replies, in the audit, and with adjustments that wait. The tables are those of several features, because all of them
/// are cleared in one
/// transaction.
public final class Traces {
    /// In a text no shorter a user id may stand.
    static final int ID_CHARS = 32;

    /// Writers wait meanwhile: whoever holds what has to be locked for longer is waited for in the next attempt.
    private static final int LOCK_MILLIS = 200;

    private Traces() {}

    /// Whether a text holds a user id, in small or large letters, with dashes or without.
    public static boolean isIn(String text, UUID userId) {
        var folded = text.toLowerCase(Locale.ROOT);
        return folded.contains(userId.toString()) || folded.contains(bare(userId));
    }

    /// Whether a text is long enough to hold a user id.
    public static boolean hasRoomIn(String text) {
        return text.length() >= ID_CHARS;
    }

    static String bare(UUID userId) {
        return userId.toString().replace("-", "");
    }

    /// Whether somebody was forgotten after the entry `seq` of the log. Whoever names members by ids that were true
    /// as of that entry asks this last of all, when what is written is locked already: bonuses lock their members,
    /// kept replies their table. Then it is either seen here, or waits and clears what was written. O(log).
    public static boolean areErasedAfter(Connection connection, long seq) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT EXISTS (SELECT FROM member_change WHERE seq > ? AND kind = 'forgotten')")) {
            select.setLong(1, seq);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /// Clears them all, before the member's row is changed. Every writer waits for it, and it waits for
    /// transactions that may be writing the id down, but not for long. O(what was found + what is newer + the
    /// member's events with long references + what the member did).
    ///
    /// @param number the member, who still has the id that is to go
    /// @param pseudonym what stands in reasons instead
    /// @throws SQLException of the kind [io.upline.service.platform.database.Failure#CONTENTION] when they take
    ///     longer
    public static void erase(Connection connection, int number, UUID pseudonym, FoundTraces found) throws SQLException {
        Database.expectLongWork(connection);
        lockReplies(connection);
        var userId = lockedUserId(connection, number);
        renameInReasons(connection, userId, pseudonym, found);
        renameInReferences(connection, number, userId);
        deleteReplies(connection, userId, found);
        renameInAudit(connection, userId, pseudonym);
        clearInAdjustments(connection, userId);
    }

    /// Whoever keeps a reply has locked the table, for sharing, before they looked at any member. They may be long
    /// about it.
    private static void lockReplies(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("SET LOCAL lock_timeout = " + LOCK_MILLIS);
            lock.execute("LOCK TABLE idempotency_key IN EXCLUSIVE MODE");
        }
    }

    /// Whoever writes a bonus or its event holds the rows of the members in it, by foreign keys.
    private static UUID lockedUserId(Connection connection, int number) throws SQLException {
        try (var select = connection.prepareStatement("SELECT user_id FROM member WHERE number = ? FOR UPDATE")) {
            select.setInt(1, number);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    /// Whomever the reason is about: the id may be in those of others.
    private static void renameInReasons(Connection connection, UUID userId, UUID pseudonym, FoundTraces found)
            throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE member_change
                SET reason = regexp_replace(regexp_replace(reason, ?, ?, 'gi'), ?, ?, 'gi')
                WHERE (seq = ANY (?) OR seq > ?) AND length(reason) >= ? AND reason ~* ?
                """)) {
            update.setString(1, userId.toString());
            update.setString(2, pseudonym.toString());
            update.setString(3, bare(userId));
            update.setString(4, bare(pseudonym));
            update.setArray(
                    5, connection.createArrayOf("bigint", found.reasons().toArray()));
            update.setLong(6, found.asOf());
            update.setInt(7, ID_CHARS);
            update.setString(8, either(userId));
            update.executeUpdate();
        }
    }

    /// The event's own id takes the place of the user id: two references that differ in how the id is written must
    /// not become the same one.
    private static void renameInReferences(Connection connection, int number, UUID userId) throws SQLException {
        try (var update = connection.prepareStatement("""
                WITH named AS (
                  SELECT id, trigger_type, reference,
                         regexp_replace(regexp_replace(reference, ?, id::text, 'gi'),
                                        ?, replace(id::text, '-', ''), 'gi') AS renamed
                  FROM bonus_event
                  WHERE source = ? AND length(reference) >= 32 AND reference ~* ?
                ), keys AS (
                  UPDATE bonus_once AS once SET once_key = 'reference:' || renamed
                  FROM named
                  WHERE once.trigger_type = named.trigger_type AND once.once_key = 'reference:' || reference
                )
                UPDATE bonus_event AS event SET reference = renamed FROM named WHERE event.id = named.id
                """)) {
            update.setString(1, userId.toString());
            update.setString(2, bare(userId));
            update.setInt(3, number);
            update.setString(4, either(userId));
            update.executeUpdate();
        }
    }

    private static void deleteReplies(Connection connection, UUID userId, FoundTraces found) throws SQLException {
        try (var delete = connection.prepareStatement("""
                DELETE FROM idempotency_key
                WHERE key = ANY (ARRAY(SELECT unnest(?::text[])
                                       UNION ALL
                                       SELECT key FROM idempotency_key
                                       WHERE created_at >= timestamptz 'epoch' + ? * interval '1 microsecond' AND %s))
                """.formatted(FoundTraces.IN_REPLY))) {
            delete.setArray(1, connection.createArrayOf("text", found.keys().toArray()));
            delete.setLong(2, found.sinceMicros());
            delete.setString(3, bare(userId));
            delete.executeUpdate();
        }
    }

    /// Where they came from goes as well, and the salt, so that the hash that stays tells nothing.
    private static void renameInAudit(Connection connection, UUID userId, UUID pseudonym) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE audit_entry SET person = ?, address = NULL, salt = NULL WHERE person = ?")) {
            update.setObject(1, pseudonym);
            update.setObject(2, userId);
            update.executeUpdate();
        }
    }

    /// Nobody knows then who asked for what still waits: under a pseudonym they would pass for somebody else, who may
    /// approve it.
    private static void clearInAdjustments(Connection connection, UUID userId) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE adjustment SET asked_person = NULL WHERE status = 'waiting' AND asked_person = ?")) {
            update.setObject(1, userId);
            update.executeUpdate();
        }
    }

    /// What a regular expression finds it by.
    static String either(UUID userId) {
        return userId + "|" + bare(userId);
    }
}
