package io.upline.service.platform.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Looks up what became of a COMMIT that nobody heard of, as long as a caller may be kept waiting for that.
public final class OutcomeSearch {
    private static final Logger LOG = Logger.getLogger(OutcomeSearch.class);
    private static final long SEARCH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private OutcomeSearch() {}

    /// One look at the database.
    @FunctionalInterface
    public interface Look {
        /// Whether the transaction is there.
        ///
        /// @throws SQLException when that can't be seen yet
        boolean isCommitted() throws SQLException;
    }

    /// Looks until it is seen, for 5 s. Blocks.
    ///
    /// @return empty when nobody can tell
    public static Optional<Boolean> isCommitted(Look look) {
        var end = System.nanoTime() + SEARCH_NANOS;
        for (; ; ) {
            try {
                return Optional.of(look.isCommitted());
            } catch (SQLException e) {
                LOG.debug("The outcome can't be looked up yet.", e);
            }
            if (System.nanoTime() > end) {
                return Optional.empty();
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }
}
