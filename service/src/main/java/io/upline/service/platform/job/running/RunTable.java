package io.upline.service.platform.job.running;

import io.upline.service.platform.job.JobKind.Chunk;
import io.upline.service.platform.job.JobStatus;
import io.upline.service.platform.job.JobStep;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;

/// The SQL of jobs for whoever does them. One statement a method; the caller holds the transaction.
final class RunTable {
    private RunTable() {}

    /// A job in one replica's hands.
    ///
    /// @param run the fence: whoever takes the job later has a higher one
    record Taken(UUID id, int run, String kind, String request) {
        @Override
        public String toString() {
            return "Job %s (%s)".formatted(id, kind);
        }
    }

    /// A job whose row is locked.
    record Locked(JobStatus status, int run, boolean isCancelRequested, Optional<String> cursor, long done) {
        Chunk chunk(Taken taken) {
            return new Chunk(taken.id(), taken.request(), cursor, done);
        }
    }

    /// Takes a job, away from whoever had it before; empty when it is over, or there is none. Waits for the end of
    /// a chunk that is being done.
    static Optional<Taken> take(Connection connection, UUID id) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE job SET run = run + 1, status = 'running', started_at = coalesce(started_at, clock_timestamp())
                WHERE id = ? AND status IN ('queued', 'running')
                RETURNING run, kind, request
                """)) {
            update.setObject(1, id);
            try (var row = update.executeQuery()) {
                return row.next() ? Optional.of(taken(id, row)) : Optional.empty();
            }
        }
    }

    private static Taken taken(UUID id, ResultSet row) throws SQLException {
        return new Taken(id, row.getInt(1), row.getString(2), row.getString(3));
    }

    /// The kind of a job; empty when there is none.
    static Optional<String> kind(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement("SELECT kind FROM job WHERE id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    static Optional<Locked> lock(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT status, run, cancel_requested, cursor, done FROM job WHERE id = ? FOR UPDATE")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(locked(row)) : Optional.empty();
            }
        }
    }

    private static Locked locked(ResultSet row) throws SQLException {
        return new Locked(
                JobStatus.of(row.getString(1)).orElseThrow(),
                row.getInt(2),
                row.getBoolean(3),
                Optional.ofNullable(row.getString(4)),
                row.getLong(5));
    }

    static void goOn(Connection connection, UUID id, JobStep.GoOn step) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE job SET cursor = ?, done = ?, total = coalesce(?, total) WHERE id = ?")) {
            update.setString(1, step.cursor());
            update.setLong(2, step.done());
            update.setObject(3, step.total().isPresent() ? step.total().getAsLong() : null, Types.BIGINT);
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    static void finish(Connection connection, UUID id, JobStep.Finished step) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE job SET status = 'done', done = ?, total = ?, result = ?, finished_at = clock_timestamp()
                WHERE id = ?
                """)) {
            update.setLong(1, step.done());
            update.setLong(2, step.done());
            update.setString(3, step.result());
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    static void cancel(Connection connection, UUID id) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE job SET status = 'cancelled', finished_at = clock_timestamp() WHERE id = ?")) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    /// Ends the job with a sentence, and returns whether it was still in those hands.
    static boolean fail(Connection connection, Taken taken, String error) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE job SET status = 'failed', error = ?, finished_at = clock_timestamp()
                WHERE id = ? AND run = ? AND status = 'running'
                """)) {
            update.setString(1, error);
            update.setObject(2, taken.id());
            update.setInt(3, taken.run());
            return update.executeUpdate() == 1;
        }
    }
}
