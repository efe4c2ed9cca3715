package io.upline.service.network.memory;

import io.upline.service.network.log.NetworkLog;
import io.upline.service.platform.batch.GroupCommit;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What this replica holds of the network. It follows the log, and is dropped and read again as soon as it can't be
/// trusted. The writer's thread keeps it; any thread may ask.
public final class NetworkMemory {
    private static final Logger LOG = Logger.getLogger(NetworkMemory.class);
    /// Less than the pauses in which [#followWhenDue()] is called, so that each of them is used.
    private static final long FOLLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(GroupCommit.IDLE_MILLIS / 2);
    /// Up to which the pause between two attempts to load is doubled: 2.5 s.
    private static final int MOST_DOUBLINGS = 8;

    private final Database database;
    private final Publications publications;
    private volatile @Nullable Follower follower;
    private volatile boolean away;
    private volatile long followedAtNanos = System.nanoTime();
    private long triedAtNanos;
    /// How often in a row the network could not be loaded.
    private int failures;

    /// Holds nothing until it is loaded.
    public NetworkMemory(Database database, Publications publications) {
        this.database = database;
        this.publications = publications;
    }

    /// What readers may use now.
    ///
    /// @throws Problem 503 while there is none
    public Follower state() {
        var current = follower;
        if (current == null) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The network is being loaded again. Try again in a moment.");
        }
        return current;
    }

    /// The same; null while there is none.
    public @Nullable Follower stateIfAny() {
        return follower;
    }

    /// Whether the database could not be reached when it was tried last. It is tried again all the time.
    public boolean isAway() {
        return away;
    }

    /// Says that the database answers.
    public void answered() {
        away = false;
    }

    /// Says that the database does not answer.
    public void unanswered() {
        away = true;
        database.dropIdleConnections();
    }

    /// Seconds since memory was last known to hold all of the log.
    public double lagSeconds() {
        return (System.nanoTime() - followedAtNanos) / 1e9;
    }

    /// Says that memory holds all of the log.
    public void followed() {
        followedAtNanos = System.nanoTime();
    }

    /// Reads the whole network. O(members).
    public void load() throws SQLException {
        follower = null;
        var connection = transaction();
        try {
            Database.expectLongWork(connection);
            follower = Follower.load(connection, publications);
        } finally {
            Database.release(connection);
        }
    }

    /// Whatever went wrong in memory, what is there can't be trusted any more. It is read again before the next
    /// batch.
    public void forget(Throwable why) {
        LOG.error("What is in memory is not what is in the database; it is read again.", why);
        follower = null;
    }

    /// A connection with a transaction of its own.
    public Connection transaction() throws SQLException {
        var connection = connect();
        connection.setAutoCommit(false);
        return connection;
    }

    /// A connection each statement of which commits by itself.
    public Connection connect() throws SQLException {
        try {
            return database.connection();
        } catch (SQLException e) {
            away = true;
            throw e;
        }
    }

    /// Takes in what the log has by now.
    public void follow() throws SQLException {
        var current = follower;
        if (current == null) {
            load();
            return;
        }
        var connection = connect();
        try {
            catchUp(connection, current);
        } catch (RuntimeException e) {
            forget(e);
            load();
        } finally {
            Database.release(connection);
        }
    }

    /// Takes in what the log has by now.
    ///
    /// @return how many entries were new
    public int catchUp(Connection connection, Follower tree) throws SQLException {
        var entries = NetworkLog.since(connection, tree.seq());
        followed();
        try {
            return tree.catchUp(entries);
        } catch (Error e) {
            forget(e);
            throw e;
        }
    }

    /// Follows what other replicas wrote, when there was no contact for a while.
    public void followWhenDue() {
        var now = System.nanoTime();
        if (now - Math.max(followedAtNanos, triedAtNanos) < FOLLOW_NANOS << failures) {
            return;
        }
        triedAtNanos = now;
        try {
            follow();
            failures = 0;
            away = false;
        } catch (SQLException | RuntimeException e) {
            notFollowed(e);
        }
    }

    private void notFollowed(Exception failure) {
        LOG.logf(
                away ? Logger.Level.DEBUG : Logger.Level.WARN,
                "The log can't be followed at the moment; reads go on from what is in memory. (%s)",
                failure.getMessage());
        unanswered();
        // To read everything again and again in vain would keep the database busy.
        failures = follower == null ? Math.min(failures + 1, MOST_DOUBLINGS) : 0;
    }
}
