package io.upline.service.platform.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// The way to PostgreSQL for everything that is not a group commit: one transaction a call, bounded by the pool.
/// Blocks; call it from a virtual thread.
@ApplicationScoped
public class Database {
    /// How often a transaction is tried that others got in the way of.
    public static final int ATTEMPTS = 3;

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final long TURN_SECONDS = 5;
    private static final int LONG_WORK_MILLIS = 600_000;
    private static final int USUAL_WORK_MILLIS = 15_000;
    /// A batch waits at most 4 s for the lock; a server that says nothing for longer is away.
    private static final int BATCH_MILLIS = 5_000;
    private static final int IDLE_SNAPSHOT_MILLIS = 60_000;

    /// Most connections that requests hold at once; the pool has a few more, for the writers and the scheduler of jobs.
    static final int REQUEST_CONNECTIONS = 12;

    private final DataSource pool;
    private final Semaphore requests = new Semaphore(REQUEST_CONNECTIONS, true);

    /// Works on connections of `pool`.
    public Database(DataSource pool) {
        this.pool = pool;
    }

    /// What runs inside one transaction.
    ///
    /// @param <R> the result
    @FunctionalInterface
    public interface Work<R> {
        /// Does the work on a connection whose transaction is open; it neither commits nor closes.
        R run(Connection connection) throws SQLException;
    }

    /// Runs `work` in a transaction: committed when it returns, rolled back when it throws. Where transactions got
    /// in each other's way it runs again, [#ATTEMPTS] times in all.
    ///
    /// @throws DatabaseUnavailable when PostgreSQL can't be reached or gives up, and nothing was written
    /// @throws OutcomeUnknown when it went away in COMMIT
    public <R> R transaction(Work<R> work) {
        takeTurn();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return once(work);
                } catch (SQLException e) {
                    if (attempt == ATTEMPTS || Failure.of(e) != Failure.CONTENTION) {
                        throw new DatabaseUnavailable(e);
                    }
                }
            }
        } finally {
            requests.release();
        }
    }

    /// Runs `work` in a transaction that is rolled back, whatever comes of it: to know what it would come to.
    ///
    /// @throws DatabaseUnavailable when PostgreSQL can't be reached or gives up
    public <R> R rehearsal(Work<R> work) {
        return transaction(connection -> {
            var result = work.run(connection);
            connection.rollback();
            return result;
        });
    }

    private <R> R once(Work<R> work) throws SQLException {
        var connection = connection(USUAL_WORK_MILLIS);
        try {
            connection.setAutoCommit(false);
            return run(connection, work);
        } finally {
            release(connection);
        }
    }

    private void takeTurn() {
        try {
            if (!requests.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new DatabaseUnavailable(new SQLTimeoutException("No turn within " + TURN_SECONDS + " s."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable(new SQLTimeoutException("Interrupted while waiting for a turn."));
        }
    }

    /// Runs `work` in a transaction that reads one unchanging snapshot, and writes nothing.
    ///
    /// @throws DatabaseUnavailable when PostgreSQL can't be reached or gives up
    public <R> R snapshot(Work<R> work) {
        return transaction(connection -> {
            readOneSnapshot(connection);
            return work.run(connection);
        });
    }

    /// Lets a transaction that has just begun read one unchanging snapshot, and write nothing. It holds nobody up,
    /// so it may take its time between two statements.
    public static void readOneSnapshot(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = " + IDLE_SNAPSHOT_MILLIS);
        }
    }

    /// The database's time, in µs since 1970.
    public long nowMicros() {
        return transaction(Database::nowMicros);
    }

    /// The database's time inside a transaction, in µs since 1970; it goes on while the transaction lasts.
    public static long nowMicros(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static <R> R run(Connection connection, Work<R> work) throws SQLException {
        var result = work.run(connection);
        try {
            connection.commit();
        } catch (SQLException e) {
            if (Failure.of(e) == Failure.CONTENTION) {
                throw e;
            }
            throw new OutcomeUnknown(e);
        }
        return result;
    }

    /// Lets the next statements of a transaction take longer than requests usually may.
    public static void expectLongWork(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, LONG_WORK_MILLIS);
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = " + LONG_WORK_MILLIS);
        }
    }

    /// A connection for whoever manages transactions itself, such as a writer of batches, and gives it back by
    /// [#release].
    /// A statement that takes longer than 5 s ends it.
    public Connection connection() throws SQLException {
        return connection(BATCH_MILLIS);
    }

    private Connection connection(int millis) throws SQLException {
        var connection = pool.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, millis);
            return connection;
        } catch (SQLException e) {
            release(connection);
            throw e;
        }
    }

    /// Gives a connection back. What is not committed by now is rolled back: left open, a pool would commit it.
    /// What fails here must not look like a failure of the work, which may be committed.
    public static void release(Connection connection) {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("The connection is gone; so is its transaction.", e);
        }
    }

    /// Drops the connections that nobody uses at the moment: when one of them died, the others mostly did as well.
    public void dropIdleConnections() {
        if (pool instanceof AgroalDataSource agroal) {
            agroal.flush(AgroalDataSource.FlushMode.IDLE);
        }
    }
}
