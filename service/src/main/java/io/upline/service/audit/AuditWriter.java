package io.upline.service.audit;

import io.upline.service.platform.database.TimeOrderedIds;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/// Makes entries of what was done: each gets its id and its salt here, before it is written, so that what is
/// written again stays one entry. For any number of threads.
@Singleton
public final class AuditWriter {
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final TimeOrderedIds ids = new TimeOrderedIds(random);

    /// Writes an entry in the transaction of the work.
    ///
    /// @param atMicros the transaction's time, in µs since 1970
    public void write(Connection connection, Author author, Deed deed, long atMicros) throws SQLException {
        AuditTable.write(connection, List.of(entry(author, deed, atMicros)));
    }

    /// An entry about something that is done in the transaction which writes the entry.
    ///
    /// @param atMicros the transaction's time, in µs since 1970
    public synchronized AuditEntry entry(Author author, Deed deed, long atMicros) {
        var bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        var salt = HexFormat.of().formatHex(bytes);
        return new AuditEntry(ids.next(atMicros), atMicros, author, deed, salt, author.commitment(salt));
    }
}
