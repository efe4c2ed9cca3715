package io.upline.service.platform.job;

import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.TimeOrderedIds;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Submits jobs, reads them and cancels them. For any number of threads.
@Singleton
public final class Jobs {
    /// The name of the tasks of db-scheduler that do jobs.
    public static final String TASK = "job";

    private final TimeOrderedIds ids = new TimeOrderedIds(new SecureRandom());
    private volatile Runnable wake = () -> {};

    /// Submits a job in the caller's transaction: it exists exactly when that is committed, and some replica takes it
    /// within about a second of the commit; sooner after [#wake()].
    ///
    /// @param kind the name of a [JobKind]
    /// @param request JSON for the kind; never a user id, for jobs are kept when a member is forgotten
    /// @param total how much there is to do, in the kind's own unit; empty when that is not known yet
    /// @return the job's id
    public UUID submit(Connection connection, String kind, String request, OptionalLong total) throws SQLException {
        var id = next(Database.nowMicros(connection));
        JobTable.insert(connection, id, kind, request, total);
        JobTable.insertTask(connection, id);
        return id;
    }

    private synchronized UUID next(long nowMicros) {
        return ids.next(nowMicros);
    }

    /// Lets this replica look for jobs at once. Call it after the commit of [#submit]; without it a job waits up to a
    /// second.
    public void wake() {
        wake.run();
    }

    /// Registers who looks for jobs.
    public void onWake(Runnable look) {
        wake = look;
    }

    /// The job as it stands, if there is one.
    public static Optional<Job> find(Connection connection, UUID id) throws SQLException {
        return JobTable.find(connection, id);
    }

    /// A page of jobs, newest first.
    ///
    /// @param status empty for all
    /// @param before the last job of the page before; empty for the first page
    public static List<Job> list(Connection connection, Optional<JobStatus> status, Optional<UUID> before, int limit)
            throws SQLException {
        return JobTable.list(connection, status, before, limit);
    }

    /// Lets a job end before its next chunk, or at once when nobody has taken it yet. Waits for the end of a chunk
    /// that is being done.
    ///
    /// @return the job before; it is not changed when it is over, or cancelled already
    public static Optional<Job> cancel(Connection connection, UUID id) throws SQLException {
        var job = JobTable.lock(connection, id);
        if (job.isPresent()) {
            JobTable.requestCancel(connection, id);
        }
        return job;
    }
}
