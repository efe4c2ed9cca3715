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
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/// Does a transaction until it is done: as long as it takes while PostgreSQL is away, and a bounded number of times
/// when others get in its way, or when it loses its connection whenever it has begun. Only for what finds out by
/// itself what is done already.
final class Persistence {
    /// Tries of a transaction that others got in the way of; each consists of several already.
    static final int ATTEMPTS = 5;
    /// Tries of a transaction that lost its connection each time after it had begun: it takes too long.
    static final int CUTS = 30;

    private static final Logger LOG = Logger.getLogger(Persistence.class);
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final String NO_RESOURCES = "53";
    private static final String SYSTEM_ERROR = "58";

    private final Database database;
    private final BooleanSupplier isStopping;
    private final LongConsumer pauseNanos;

    /// @param isStopping whether it is time to leave the work to somebody else
    Persistence(Database database, BooleanSupplier isStopping) {
        this(database, isStopping, LockSupport::parkNanos);
    }

    Persistence(Database database, BooleanSupplier isStopping, LongConsumer pauseNanos) {
        this.database = database;
        this.isStopping = isStopping;
        this.pauseNanos = pauseNanos;
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
                return Optional.of(database.transaction(connection -> {
                    tries.isBegun = true;
                    return work.run(connection);
                }));
            } catch (OutcomeUnknown e) {
                LOG.debugf(e, "Nobody knows whether the last step of %s is done; it is looked up.", what);
            } catch (DatabaseUnavailable e) {
                tries.refused(e);
            }
            pauseNanos.accept(tries.nextPause());
        }
        return Optional.empty();
    }

    private static final class Tries {
        private final String what;
        private long pause = FIRST_PAUSE_NANOS;
        private boolean isBegun;
        private int refused;
        private int cuts;

        Tries(String what) {
            this.what = what;
        }

        void refused(DatabaseUnavailable e) {
            var isAway = isAway(e.reason());
            refused += isAway ? 0 : 1;
            cuts += isAway && isBegun ? 1 : 0;
            isBegun = false;
            if (refused == ATTEMPTS || cuts == CUTS || isWrong(e.reason())) {
                throw e;
            }
            tell(what, pause, e);
        }

        long nextPause() {
            var now = pause;
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            return now;
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
