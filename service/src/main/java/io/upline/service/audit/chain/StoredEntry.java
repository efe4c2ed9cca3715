package io.upline.service.audit.chain;

import io.upline.service.audit.Author;
import io.upline.service.audit.HashedFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as it is stored. Ranges and lists are as PostgreSQL writes them.
///
/// @param atMicros when it was done, in µs since 1970
/// @param salt hexadecimal digits; null once the author is forgotten
/// @param whoHash what [Author#commitment(String)] was, whoever the author is by now
/// @param number its place in the chain, from 1; null before it is sealed
/// @param hash in hexadecimal digits; null before it is sealed
public record StoredEntry(
        UUID id,
        long atMicros,
        String act,
        Author author,
        @Nullable String salt,
        String whoHash,
        @Nullable Integer subject,
        @Nullable String births,
        @Nullable String events,
        String facts,
        @Nullable Long number,
        @Nullable String hash) {
    /// What to select from `audit_entry`.
    public static final String COLUMNS = """
            id, (extract(epoch FROM recorded_at) * 1000000)::bigint AS at, act, role, key, person, address,
            encode(salt, 'hex') AS salt, encode(who_hash, 'hex') AS who_hash, subject, births::text AS births,
            events::text AS events, facts, sealed, encode(hash, 'hex') AS hash
            """;

    /// Reads [#COLUMNS].
    public static StoredEntry read(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getObject("id", UUID.class),
                row.getLong("at"),
                row.getString("act"),
                new Author(
                        row.getString("role"),
                        row.getString("key"),
                        row.getObject("person", UUID.class),
                        row.getString("address")),
                row.getString("salt"),
                row.getString("who_hash"),
                row.getObject("subject", Integer.class),
                row.getString("births"),
                row.getString("events"),
                row.getString("facts"),
                row.getObject("sealed", Long.class),
                row.getString("hash"));
    }

    /// The hash of this entry in its place. Of a person who acted, only the commitment is in it: a person can be
    /// forgotten.
    ///
    /// @param previous the hash of the entry before
    /// @param place from 1
    String hashAfter(String previous, long place) {
        return new HashedFields()
                .and(previous)
                .and(Long.toString(place))
                .and(id.toString())
                .and(Long.toString(atMicros))
                .and(act)
                .and(author.role())
                .and(author.key())
                .and(whoHash)
                .and(subject == null ? null : subject.toString())
                .and(births)
                .and(events)
                .and(facts)
                .hex();
    }

    /// Whether the author is the one who acted, as far as anybody can tell: of somebody who was forgotten nobody
    /// can.
    boolean isByItsAuthor() {
        return salt == null ? author.key() == null : author.commitment(salt).equals(whoHash);
    }
}
