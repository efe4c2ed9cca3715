package io.upline.service.platform.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// A kind of long work that a feature offers, as a bean. Asked for by [Jobs#submit], it is done in chunks, one after
/// the other, on one replica at a time; each chunk in a transaction of its own that also keeps where the next one
/// begins, so each is done exactly once, whatever dies.
public interface JobKind {
    /// The name, in lower case with underscores; it stands in the database and in replies.
    String name();

    /// Does one chunk, of a second or less: everybody who wants to cancel waits for its end, and so does a replica
    /// that stops. It may be called again for the same chunk when the transaction was rolled back, so it keeps
    /// nothing in memory.
    ///
    /// @param connection with an open transaction, in READ COMMITTED, which the step neither commits nor rolls back
    /// @throws io.upline.service.platform.http.problem.Problem when the job can't be done; what it says is the
    ///     job's error
    /// @throws SQLException where transactions got in each other's way, and the chunk is tried again; for a
    ///     statement that the database refuses the job fails
    JobStep step(Connection connection, Chunk chunk) throws SQLException;

    /// What is to be done next.
    ///
    /// @param job the job's id
    /// @param request the JSON that the job was submitted with
    /// @param cursor what the chunk before left; empty for the first
    /// @param done how much is done so far, in the kind's own unit
    record Chunk(UUID job, String request, Optional<String> cursor, long done) {}
}
