package io.upline.service.platform.job.running;

import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.database.OutcomeUnknown;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// Does a transaction until it is done: as long as it takes while PostgreSQL is away, and a bounded number of times
/// when others get in its way. Only for what finds out by itself what is done already.
final class Persistence {
    /// Tries of a transaction that others got in the way of; each consists of several already.
    static final int ATTEMPTS = 5;

    private static final Logger LOG = Logger.getLogger(Persistence.class);
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final String NO_RESOURCES = "53";
    private static final String SYSTEM_ERROR = "58";

    private final Database database;
    private final BooleanSupplier isStopping;

    /// @param isStopping whether it is time to leave the work to somebody else
    Persistence(Database database, BooleanSupplier isStopping) {
        this.database = database;
        this.isStopping = isStopping;
    }

    /// Whether it is time to leave the work to somebody else.
    boolean isOver() {
        return isStopping.getAsBoolean();
    }

    /// What `work` returns, or empty when it is time to stop.
    ///
    /// @throws DatabaseUnavailable when PostgreSQL refuses the work, or others got in its way again and again
    <R> Optional<R> until(String what, Database.Work<R> work) {
        var tries = new Tries(what);
        while (!isStopping.getAsBoolean()) {
            try {
                return Optional.of(database.transaction(work));
            } catch (OutcomeUnknown e) {
                LOG.debugf(e, "Nobody knows whether the last step of %s is done; it is looked up.", what);
            } catch (DatabaseUnavailable e) {
                tries.refused(e);
            }
            tries.pause();
        }
        return Optional.empty();
    }

    private static final class Tries {
        private final String what;
        private long pause = FIRST_PAUSE_NANOS;
        private int refused;

        Tries(String what) {
            this.what = what;
        }

        void refused(DatabaseUnavailable e) {
            refused += isAway(e.reason()) ? 0 : 1;
            if (refused == ATTEMPTS || isWrong(e.reason())) {
                throw e;
            }
            tell(what, pause, e);
        }

        void pause() {
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }

    /// Once, when it begins to last.
    private static void tell(String what, long pause, DatabaseUnavailable e) {
        if (pause < LONGEST_PAUSE_NANOS && 2 * pause >= LONGEST_PAUSE_NANOS) {
            LOG.warnf("%s waits: %s", what, e.reason().getMessage());
        }
    }

    private static boolean isWrong(SQLException reason) {
        return switch (Failure.of(reason)) {
            case DEFECT, INTEGRITY -> true;
            case CONTENTION, CONNECTION_LOST, OTHER -> false;
        };
    }

    /// Without a state it is the driver or the pool that has no connection.
    private static boolean isAway(SQLException reason) {
        var state = reason.getSQLState();
        return state == null
                || Failure.of(reason) == Failure.CONNECTION_LOST
                || state.startsWith(NO_RESOURCES)
                || state.startsWith(SYSTEM_ERROR);
    }
}
