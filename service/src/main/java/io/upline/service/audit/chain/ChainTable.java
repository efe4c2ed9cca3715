package io.upline.service.audit.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SQL of the chain. One statement a method; the caller holds the transaction.
final class ChainTable {
    private static final String HEAD = "SELECT sealed, encode(hash, 'hex') FROM audit_chain ";

    private ChainTable() {}

    /// How the chain ends.
    static ChainHead head(Connection connection) throws SQLException {
        return head(connection, HEAD).orElseThrow();
    }

    /// The same, and nobody else seals until the transaction ends. Waits for whoever does.
    static ChainHead lock(Connection connection) throws SQLException {
        return head(connection, HEAD + "FOR UPDATE").orElseThrow();
    }

    /// The same without waiting; empty while somebody else seals.
    static Optional<ChainHead> lockIfFree(Connection connection) throws SQLException {
        return head(connection, HEAD + "FOR UPDATE SKIP LOCKED");
    }

    private static Optional<ChainHead> head(Connection connection, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(new ChainHead(row.getLong(1), row.getString(2))) : Optional.empty();
        }
    }

    /// Whether an entry waits to be sealed.
    static boolean isWaiting(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT EXISTS (SELECT FROM audit_entry WHERE sealed IS NULL)");
                var row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /// The first entries that wait to be sealed, `limit` at most, in order of their ids.
    static List<StoredEntry> waiting(Connection connection, int limit) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT %s FROM audit_entry WHERE sealed IS NULL ORDER BY id LIMIT ?
                """.formatted(StoredEntry.COLUMNS))) {
            select.setInt(1, limit);
            try (var rows = select.executeQuery()) {
                return all(rows);
            }
        }
    }

    private static List<StoredEntry> all(ResultSet rows) throws SQLException {
        var entries = new ArrayList<StoredEntry>();
        while (rows.next()) {
            entries.add(StoredEntry.read(rows));
        }
        return entries;
    }

    /// Gives entries their places in the chain.
    ///
    /// @param heads how the chain ends after each of them
    static void seal(Connection connection, List<StoredEntry> entries, List<ChainHead> heads) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE audit_entry
                SET sealed = place.sealed, hash = decode(place.hash, 'hex')
                FROM unnest(?::uuid[], ?::bigint[], ?::text[]) AS place (id, sealed, hash)
                WHERE audit_entry.id = place.id
                """)) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", entries.stream().map(StoredEntry::id).toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", heads.stream().map(ChainHead::number).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "text", heads.stream().map(ChainHead::hash).toArray()));
            update.executeUpdate();
        }
    }

    /// Moves the end of the chain on.
    static void moveOn(Connection connection, ChainHead head) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE audit_chain SET sealed = ?, hash = decode(?, 'hex')")) {
            update.setLong(1, head.number());
            update.setString(2, head.hash());
            update.executeUpdate();
        }
    }
}
