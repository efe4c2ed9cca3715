package io.upline.service.network;

import io.upline.service.platform.batch.BatchHandler;
import io.upline.service.platform.batch.GroupCommit;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.http.Problem;
import io.upline.service.platform.http.ProblemType;
import io.upline.service.platform.idempotency.StoredReplies;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The one that writes the network: locks the network row, catches up, decides among drafts that nobody else sees,
/// writes, commits, and only then lets readers see it. One thread calls it; memory that turns out wrong is dropped
/// and read again.
final class NetworkWriter implements BatchHandler<NetworkCommand, NetworkResult> {
    private static final Logger LOG = Logger.getLogger(NetworkWriter.class);
    private static final long FOLLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(GroupCommit.IDLE_MILLIS);
    /// How long the outcome of a COMMIT is looked for.
    private static final long OUTCOME_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Database database;
    private volatile @Nullable Follower follower;
    private long followedAtNanos;
    private boolean away;

    NetworkWriter(Database database) {
        this.database = database;
    }

    /// What readers may use now.
    ///
    /// @throws Problem 503 while there is none
    Follower state() {
        var current = follower;
        if (current == null) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The network is being loaded again. Try again in a moment.");
        }
        return current;
    }

    /// Reads the whole network. O(members).
    void load() throws SQLException {
        follower = null;
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            Database.expectLongWork(connection);
            follower = Follower.load(connection);
            connection.rollback();
        }
    }

    @Override
    public List<Outcome<NetworkResult>> commit(List<NetworkCommand> commands) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return tryOnce(commands);
            } catch (SQLException e) {
                if (attempt == Database.ATTEMPTS || Failure.of(e) != Failure.CONTENTION) {
                    throw e;
                }
            } catch (Problem e) {
                throw e;
            } catch (RuntimeException e) {
                // Whatever went wrong in memory, what is there can't be trusted any more.
                reload(e);
                throw Problem.of(
                        ProblemType.UNAVAILABLE, "The network had to be loaded again; nothing was written. Try again.");
            }
        }
    }

    private void reload(RuntimeException why) throws SQLException {
        LOG.error("What is in memory is not what is in the database; reading it again.", why);
        load();
    }

    private List<Outcome<NetworkResult>> tryOnce(List<NetworkCommand> commands) throws SQLException {
        if (follower == null) {
            load();
        }
        var connection = database.connection();
        try {
            connection.setAutoCommit(false);
            return decideAndWrite(connection, commands);
        } finally {
            closeQuietly(connection);
        }
    }

    private List<Outcome<NetworkResult>> decideAndWrite(Connection connection, List<NetworkCommand> commands)
            throws SQLException {
        var tree = state();
        var batch = decide(connection, tree, commands);
        if (batch.isEmpty()) {
            rollbackQuietly(connection);
            return batch.outcomes();
        }
        try {
            batch.write(connection);
        } catch (SQLException e) {
            tree.retract();
            rollbackQuietly(connection);
            requirePossible(e);
            throw e;
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            tree.retract();
            closeQuietly(connection);
            return afterFailedCommit(batch, e);
        }
        publish(tree, batch);
        return batch.outcomes();
    }

    /// What is committed is committed: memory that can't take it is read again, and the replies stay.
    private void publish(Follower tree, NetworkBatch batch) {
        try {
            tree.publish(batch);
        } catch (RuntimeException e) {
            LOG.error("A committed batch can't be taken into memory; it is read again before the next one.", e);
            follower = null;
        }
    }

    /// What memory took for possible and the database refuses means that memory is wrong.
    private static void requirePossible(SQLException failure) {
        if (Failure.of(failure) == Failure.INTEGRITY) {
            throw new MemoryIsWrong("The database refused a batch: " + failure.getMessage(), failure);
        }
    }

    private NetworkBatch decide(Connection connection, Follower tree, List<NetworkCommand> commands)
            throws SQLException {
        try {
            var head = NetworkLog.lock(connection);
            if (!tree.isAt(head)) {
                tree.catchUp(NetworkLog.since(connection, tree.seq()));
            }
            var replies = StoredReplies.read(connection, NetworkBatch.keysOf(commands));
            return NetworkBatch.decide(tree.genealogy().writer(), head, replies, commands);
        } catch (SQLException | RuntimeException e) {
            tree.retract();
            rollbackQuietly(connection);
            throw e;
        }
    }

    /// COMMIT failed and nobody knows what became of it, until the lock is held on another connection: then the old
    /// transaction has ended, and what it wrote is either there or not.
    private List<Outcome<NetworkResult>> afterFailedCommit(NetworkBatch batch, SQLException failure)
            throws SQLException {
        LOG.warn("A batch failed in COMMIT; looking up whether it is there.", failure);
        if (isCommitted(batch)) {
            return batch.outcomes();
        }
        throw failure;
    }

    private boolean isCommitted(NetworkBatch batch) {
        var end = System.nanoTime() + OUTCOME_NANOS;
        for (; ; ) {
            try {
                return lookUp(batch);
            } catch (MemoryIsWrong e) {
                LOG.error("What is in memory is not what is in the database; reading it again.", e);
                follower = null;
            } catch (SQLException e) {
                LOG.debug("The outcome can't be looked up yet.", e);
            }
            if (System.nanoTime() > end) {
                throw Problem.of(
                        ProblemType.OUTCOME_UNKNOWN,
                        "The database went away while this was being committed. Repeat the request with the same ids: that is safe.");
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private boolean lookUp(NetworkBatch batch) throws SQLException {
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            NetworkLog.lock(connection);
            var tree = follower;
            if (tree == null) {
                load();
            } else {
                tree.catchUp(NetworkLog.since(connection, tree.seq()));
            }
            connection.rollback();
        }
        return batch.isIn(state().genealogy());
    }

    /// What fails here must not look like a failure of the batch, which may be committed by now.
    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The connection could not be given back.", e);
        }
    }

    private static void rollbackQuietly(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("The connection is gone; so is its transaction.", e);
        }
    }

    /// Follows what other replicas wrote, when there was no contact for a while.
    @Override
    public void idle() {
        if (System.nanoTime() - followedAtNanos < FOLLOW_NANOS) {
            return;
        }
        try {
            follow();
            away = false;
        } catch (SQLException | RuntimeException e) {
            if (!away) {
                LOG.warnf("The log can't be followed at the moment; reads go on from memory. (%s)", e.getMessage());
            }
            away = true;
        }
        followedAtNanos = System.nanoTime();
    }

    private void follow() throws SQLException {
        var current = follower;
        if (current == null) {
            load();
            return;
        }
        try (var connection = database.connection()) {
            current.catchUp(NetworkLog.since(connection, current.seq()));
        } catch (RuntimeException e) {
            reload(e);
        }
    }
}
