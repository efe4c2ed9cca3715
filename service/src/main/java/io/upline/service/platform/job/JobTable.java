package io.upline.service.platform.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The SQL of jobs for those who read and submit them. One statement a method; the caller holds the transaction.
final class JobTable {
    private static final String COLUMNS = """
            id, kind, status, done, total, result, error, cancel_requested,
            (extract(epoch FROM created_at) * 1000000)::bigint, (extract(epoch FROM started_at) * 1000000)::bigint,
            (extract(epoch FROM finished_at) * 1000000)::bigint, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
            """;

    private JobTable() {}

    static void insert(Connection connection, UUID id, String kind, String request, OptionalLong total)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO job (id, kind, request, total, created_at) VALUES (?, ?, ?, ?, clock_timestamp())")) {
            insert.setObject(1, id);
            insert.setString(2, kind);
            insert.setString(3, request);
            insert.setObject(4, total.isPresent() ? total.getAsLong() : null, Types.BIGINT);
            insert.executeUpdate();
        }
    }

    /// As db-scheduler writes a new task that is due.
    static void insertTask(Connection connection, UUID job) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES (?, ?, now(), false, 1)
                """)) {
            insert.setString(1, Jobs.TASK);
            insert.setString(2, job.toString());
            insert.executeUpdate();
        }
    }

    static Optional<Job> find(Connection connection, UUID id) throws SQLException {
        return find(connection, id, "");
    }

    /// Waits for the end of the chunk that is being done.
    static Optional<Job> lock(Connection connection, UUID id) throws SQLException {
        return find(connection, id, "FOR UPDATE");
    }

    private static Optional<Job> find(Connection connection, UUID id, String locking) throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT %s FROM job WHERE id = ? %s".formatted(COLUMNS, locking))) {
            select.setObject(1, id);
            return jobs(select.executeQuery()).stream().findFirst();
        }
    }

    /// Newest first.
    ///
    /// @param before the last one of the page before
    static List<Job> list(Connection connection, Optional<JobStatus> status, Optional<UUID> before, int limit)
            throws SQLException {
        var conditions = (status.isPresent() ? " AND status = ?" : "") + (before.isPresent() ? " AND id < ?" : "");
        try (var select = connection.prepareStatement(
                "SELECT %s FROM job WHERE true%s ORDER BY id DESC LIMIT ?".formatted(COLUMNS, conditions))) {
            int parameter = 1;
            if (status.isPresent()) {
                select.setString(parameter++, status.get().word());
            }
            if (before.isPresent()) {
                select.setObject(parameter++, before.get());
            }
            select.setInt(parameter, limit);
            return jobs(select.executeQuery());
        }
    }

    /// Who waits is cancelled at once; who runs, before the next chunk.
    static void requestCancel(Connection connection, UUID id) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE job SET cancel_requested = true,
                       status      = CASE status WHEN 'queued' THEN 'cancelled' ELSE status END,
                       finished_at = CASE status WHEN 'queued' THEN clock_timestamp() END
                WHERE id = ? AND status IN ('queued', 'running')
                """)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    private static List<Job> jobs(ResultSet rows) throws SQLException {
        try (rows) {
            var jobs = new ArrayList<Job>();
            while (rows.next()) {
                jobs.add(job(rows));
            }
            return jobs;
        }
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject(1, UUID.class),
                row.getString(2),
                JobStatus.of(row.getString(3)).orElseThrow(),
                row.getLong(4),
                row.getObject(5, Long.class),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getLong(9),
                row.getObject(10, Long.class),
                row.getObject(11, Long.class),
                row.getLong(12));
    }
}
