package io.upline.service.platform.job.running;

import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.job.JobKind;
import io.upline.service.platform.job.JobStep;
import io.upline.service.platform.job.Jobs;
import io.upline.service.platform.job.running.RunTable.Taken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Does jobs, chunk after chunk. A chunk's transaction locks the job's row, makes sure that nobody took the job over,
/// and keeps where the next chunk begins: whichever replica dies, and whenever, each chunk is done exactly once.
///
/// Jobs take turns, chunk by chunk: many of them are no more load than [#CHUNKS_AT_ONCE].
public final class JobRunner {
    /// Chunks that a replica does at the same time.
    static final int CHUNKS_AT_ONCE = 2;

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    private final Database database;
    private final Map<String, JobKind> kinds;
    private final Semaphore turns = new Semaphore(CHUNKS_AT_ONCE, true);

    /// What became of a job that a replica had in hand.
    public enum Ending {
        /// It is over, or there is no such job.
        OVER,
        /// Another replica has it now.
        TAKEN_OVER,
        /// It goes on, but not here and now: the replica stops, or doesn't know the kind.
        LEFT
    }

    /// A runner of jobs of these kinds.
    ///
    /// @throws IllegalStateException when two kinds have one name
    public JobRunner(Database database, List<JobKind> kinds) {
        this.database = database;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
    }

    /// Takes the job, away from whoever had it before, and does it to its end. Blocks, on a virtual thread.
    ///
    /// @param isStopping whether to leave it after the chunk that is being done
    public Ending run(UUID id, BooleanSupplier isStopping) {
        var persistence = new Persistence(database, isStopping);
        var name = "Job " + id;
        if (!persistence.until(name, connection -> isKnown(connection, id)).orElse(false)) {
            return Ending.LEFT;
        }
        return persistence
                .until(name, connection -> RunTable.take(connection, id))
                .map(taken -> taken.map(job -> metered(job, persistence)).orElse(Ending.OVER))
                .orElse(Ending.LEFT);
    }

    private boolean isKnown(Connection connection, UUID id) throws SQLException {
        var unknown = RunTable.kind(connection, id).filter(kind -> !kinds.containsKey(kind));
        unknown.ifPresent(kind -> LOG.warnf("Job %s is of the kind %s, which this version does not know.", id, kind));
        return unknown.isEmpty();
    }

    private Ending metered(Taken job, Persistence persistence) {
        JobMeters.begun();
        try {
            var ending = workOn(job, persistence);
            if (ending == Ending.OVER) {
                count(job, persistence);
            }
            return ending;
        } finally {
            JobMeters.left();
        }
    }

    private static void count(Taken job, Persistence persistence) {
        persistence
                .until(job.toString(), connection -> Jobs.find(connection, job.id()))
                .flatMap(Function.identity())
                .ifPresent(over -> JobMeters.ended(over.kind(), over.status()));
    }

    private Ending workOn(Taken job, Persistence persistence) {
        try {
            var ending = Optional.<Ending>empty();
            while (ending.isEmpty() && !persistence.isOver()) {
                ending = chunk(job, persistence);
            }
            return ending.orElse(Ending.LEFT);
        } catch (RuntimeException | Error e) {
            return fail(job, sentence(job, e), persistence);
        }
    }

    /// What a caller may know; the rest is for the log.
    private static String sentence(Taken job, Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem.detail();
        }
        LOG.errorf(failure, "%s failed.", job);
        return failure instanceof DatabaseUnavailable
                ? "PostgreSQL refused a step of it; the service's log has the reason."
                : "The service failed at it; the service's log has the reason.";
    }

    private Optional<Ending> chunk(Taken job, Persistence persistence) {
        turns.acquireUninterruptibly();
        try {
            return persistence
                    .until(job.toString(), connection -> chunk(connection, job))
                    .orElse(Optional.of(Ending.LEFT));
        } finally {
            turns.release();
        }
    }

    /// One chunk; empty when there is more to do.
    Optional<Ending> chunk(Connection connection, Taken job) throws SQLException {
        var locked = RunTable.lock(connection, job.id());
        if (locked.isEmpty() || locked.get().run() != job.run()) {
            return Optional.of(Ending.TAKEN_OVER);
        }
        if (locked.get().status().isOver()) {
            return Optional.of(Ending.OVER);
        }
        if (locked.get().isCancelRequested()) {
            RunTable.cancel(connection, job.id());
            return Optional.of(Ending.OVER);
        }
        return keep(connection, job, kind(job).step(connection, locked.get().chunk(job)));
    }

    private static Optional<Ending> keep(Connection connection, Taken job, JobStep step) throws SQLException {
        return switch (step) {
            case JobStep.GoOn goOn -> {
                RunTable.goOn(connection, job.id(), goOn);
                yield Optional.empty();
            }
            case JobStep.Finished finished -> {
                RunTable.finish(connection, job.id(), finished);
                yield Optional.of(Ending.OVER);
            }
        };
    }

    private JobKind kind(Taken job) {
        return Optional.ofNullable(kinds.get(job.kind())).orElseThrow();
    }

    private static Ending fail(Taken job, String error, Persistence persistence) {
        return persistence
                .until(job.toString(), connection -> RunTable.fail(connection, job, error))
                .map(wasMine -> wasMine ? Ending.OVER : Ending.TAKEN_OVER)
                .orElse(Ending.LEFT);
    }
}
