package io.upline.service.network;

import io.upline.service.platform.batch.BatchHandler;
import io.upline.service.platform.batch.GroupCommit;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Problem;
import io.upline.service.platform.http.ProblemType;
import io.upline.service.platform.idempotency.StoredReplies;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The one that writes the network: locks the network row, catches up, decides among drafts that nobody else sees,
/// writes, commits, and only then lets readers see it. One thread calls it; memory that turns out wrong is dropped
/// and read again.
final class NetworkWriter implements BatchHandler<NetworkCommand, NetworkResult> {
    private static final Logger LOG = Logger.getLogger(NetworkWriter.class);
    private static final long FOLLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(GroupCommit.IDLE_MILLIS);
    /// PostgreSQL's class of integrity violations: the database refused what memory thought possible.
    private static final String INTEGRITY_VIOLATION = "23";

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
            follower = Follower.load(connection);
            connection.rollback();
        }
    }

    @Override
    public List<Outcome<NetworkResult>> commit(List<NetworkCommand> commands) throws SQLException {
        if (follower == null) {
            load();
        }
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            return commit(connection, commands);
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever went wrong in memory, what is there can't be trusted any more.
            LOG.error("What is in memory is not what is in the database; reading it again.", e);
            load();
            throw Problem.of(
                    ProblemType.UNAVAILABLE, "The network had to be loaded again; nothing was written. Try again.");
        }
    }

    private List<Outcome<NetworkResult>> commit(Connection connection, List<NetworkCommand> commands)
            throws SQLException {
        var tree = state();
        var batch = decide(connection, tree, commands);
        try {
            if (batch.isEmpty()) {
                connection.rollback();
            } else {
                batch.write(connection);
                connection.commit();
            }
        } catch (SQLException e) {
            tree.retract();
            rollbackQuietly(connection);
            return afterFailure(batch, e);
        }
        tree.publish(batch);
        return batch.outcomes();
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

    /// A statement or the COMMIT failed. Where the connection died nobody knows what became of it, until the lock is
    /// held again: then the old transaction has ended, and what it wrote is either there or not.
    private List<Outcome<NetworkResult>> afterFailure(NetworkBatch batch, SQLException failure) throws SQLException {
        if (String.valueOf(failure.getSQLState()).startsWith(INTEGRITY_VIOLATION)) {
            throw new MemoryIsWrong("The database refused a batch: " + failure.getMessage(), failure);
        }
        LOG.warn("A batch failed; looking up whether it was committed.", failure);
        var tree = state();
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            NetworkLog.lock(connection);
            tree.catchUp(NetworkLog.since(connection, tree.seq()));
            connection.rollback();
        } catch (SQLException e) {
            throw Problem.of(
                    ProblemType.OUTCOME_UNKNOWN,
                    "The database went away while this was being committed. Repeat the request with the same ids: that is safe.");
        }
        if (batch.isIn(tree.genealogy())) {
            return batch.outcomes();
        }
        throw failure;
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
        } catch (MemoryIsWrong e) {
            LOG.error("What is in memory is not what is in the database; reading it again.", e);
            load();
        }
    }
}
