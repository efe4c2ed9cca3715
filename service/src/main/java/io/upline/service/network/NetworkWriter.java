package io.upline.service.network;

import io.upline.service.network.NetworkCommand.CatchUp;
import io.upline.service.network.NetworkCommand.Registration;
import io.upline.service.platform.batch.BadBatch;
import io.upline.service.platform.batch.BatchHandler;
import io.upline.service.platform.batch.GroupCommit;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.batch.RunAgain;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.database.OutcomeSearch;
import io.upline.service.platform.http.Problem;
import io.upline.service.platform.http.ProblemType;
import io.upline.service.platform.idempotency.StoredReplies;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The one that writes the network: locks the network row, catches up, decides among drafts that nobody else sees,
/// writes, commits, and only then lets readers see it. One thread calls it; memory that turns out wrong is dropped
/// and read again.
final class NetworkWriter implements BatchHandler<NetworkCommand, NetworkResult> {
    private static final Logger LOG = Logger.getLogger(NetworkWriter.class);
    /// Less than the pauses in which [#idle()] is called, so that each of them is used.
    private static final long FOLLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(GroupCommit.IDLE_MILLIS / 2);
    /// A connection that was silent for longer before it died was no accident: the database is away.
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// Up to which the pause between two attempts to load is doubled: 2.5 s.
    private static final int MOST_DOUBLINGS = 8;

    private final Database database;
    private final Inspections inspections;
    private final Publications publications;
    private volatile @Nullable Follower follower;
    private volatile boolean away;
    private final DatabaseClock clock = new DatabaseClock();
    private boolean othersWrite;
    /// How often in a row the network could not be loaded.
    private int failures;
    private long triedAtNanos;
    private volatile long followedAtNanos = System.nanoTime();

    NetworkWriter(Database database, Publications publications) {
        this.database = database;
        this.inspections = new Inspections(database);
        this.publications = publications;
    }

    /// What is asked between two batches.
    Inspections inspections() {
        return inspections;
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

    /// Whether the database could not be reached when it was tried last. It is tried again all the time.
    boolean isAway() {
        return away;
    }

    /// Seconds since memory was last known to hold all of the log.
    double lagSeconds() {
        return (System.nanoTime() - followedAtNanos) / 1e9;
    }

    /// Reads the whole network. O(members).
    void load() throws SQLException {
        follower = null;
        var connection = transaction();
        try {
            Database.expectLongWork(connection);
            follower = Follower.load(connection, publications);
        } finally {
            Database.release(connection);
        }
    }

    @Override
    public int bytesOf(NetworkCommand command) {
        return command.bytes();
    }

    /// Births are drafts until their commit, a change comes into memory after it: they don't mix. Whoever only reads
    /// does not fail with those who write.
    @Override
    public boolean isAlone(NetworkCommand command) {
        return command instanceof MemberChange || command instanceof CatchUp;
    }

    @Override
    public List<Outcome<NetworkResult>> commit(List<NetworkCommand> commands) throws Exception {
        var started = System.nanoTime();
        try {
            if (follower == null) {
                load();
                // That took its time: whoever has given up meanwhile must not be placed.
                throw new RunAgain(loadedAgain());
            }
            var outcomes = commands.getFirst() instanceof CatchUp catchUp ? caughtUp(catchUp) : placed(commands);
            away = false;
            return outcomes;
        } catch (SQLException e) {
            throw afterNothingWasWritten(e, started);
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            forget(e);
            throw new BadBatch(loadedAgain());
        } catch (Error e) {
            forget(e);
            throw e;
        }
    }

    private static Problem loadedAgain() {
        return Problem.of(
                ProblemType.UNAVAILABLE, "The network had to be loaded again; nothing was written. Try again.");
    }

    /// Whatever went wrong in memory, what is there can't be trusted any more. It is read again before the next batch.
    private void forget(Throwable why) {
        LOG.error("What is in memory is not what is in the database; it is read again.", why);
        follower = null;
    }

    private Exception afterNothingWasWritten(SQLException failure, long started) {
        return switch (Failure.of(failure)) {
            case CONTENTION -> new RunAgain(failure);
            case CONNECTION_LOST -> {
                database.dropIdleConnections();
                away |= System.nanoTime() - started > SILENCE_NANOS;
                yield away ? failure : new RunAgain(failure);
            }
            case DEFECT -> new BadBatch(failure);
            case INTEGRITY, OTHER -> failure;
        };
    }

    private List<Outcome<NetworkResult>> caughtUp(CatchUp command) throws SQLException {
        command.begun().run();
        follow();
        return List.of(new Outcome.Done<>(new NetworkResult.CaughtUp()));
    }

    private List<Outcome<NetworkResult>> placed(List<NetworkCommand> commands) throws SQLException, RunAgain {
        var tree = state();
        var connection = connect();
        try {
            var batch = writtenAtOnce(connection, tree, commands);
            return batch.isPresent() ? batch.get().outcomes() : writtenUnderLock(connection, tree, commands);
        } finally {
            tree.retract();
            Database.release(connection);
        }
    }

    /// Presumes that nobody else wrote since memory took in its last entry. That will do for registrations that need
    /// nothing else from the database: one statement locks the row, makes sure of that, writes and commits.
    ///
    /// @return the batch; empty when that was not so, and nothing was written
    private Optional<NetworkBatch> writtenAtOnce(Connection connection, Follower tree, List<NetworkCommand> commands)
            throws SQLException, RunAgain {
        var now = clock.nowMicros();
        if (othersWrite || now.isEmpty() || !commands.stream().allMatch(NetworkWriter::isPlainRegistration)) {
            return Optional.empty();
        }
        var head = tree.presumedHead(now.getAsLong());
        if (head.isEmpty()) {
            return Optional.empty();
        }
        var batch = NetworkBatch.decide(tree.genealogy(), head.get(), StoredReplies.none(), commands);
        if (batch.isEmpty()) {
            // Whom memory knows or doesn't know has not been compared with the log.
            return Optional.empty();
        }
        try {
            othersWrite = !batch.write(connection);
        } catch (SQLException e) {
            requirePossible(e);
            if (!Failure.leavesOutcomeOpen(e)) {
                throw e;
            }
            findAfterFailedCommit(connection, tree, batch, e);
            return Optional.of(batch);
        }
        if (othersWrite) {
            tree.retract();
            return Optional.empty();
        }
        followedAtNanos = System.nanoTime();
        publish(tree, batch);
        return Optional.of(batch);
    }

    private static boolean isPlainRegistration(NetworkCommand command) {
        return command instanceof Registration registration
                && registration.key().isEmpty();
    }

    private List<Outcome<NetworkResult>> writtenUnderLock(
            Connection connection, Follower tree, List<NetworkCommand> commands) throws SQLException, RunAgain {
        connection.setAutoCommit(false);
        var batch = decideUnderLock(connection, tree, commands);
        if (batch.isEmpty()) {
            return batch.outcomes();
        }
        try {
            if (!batch.write(connection)) {
                throw Failure.contention("The batch was decided more than a second ago.");
            }
        } catch (SQLException e) {
            requirePossible(e);
            throw e;
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            findAfterFailedCommit(connection, tree, batch, e);
            return batch.outcomes();
        }
        publish(tree, batch);
        return batch.outcomes();
    }

    /// What is committed is committed: memory that can't take it is read again, and the replies stay.
    private void publish(Follower tree, NetworkBatch batch) {
        try {
            tree.publish(batch);
        } catch (Throwable e) {
            forget(e);
        }
    }

    /// What memory took for possible and the database refuses means that memory is wrong.
    private static void requirePossible(SQLException failure) {
        if (Failure.of(failure) == Failure.INTEGRITY) {
            throw new MemoryIsWrong("The database refused a batch: " + failure.getMessage(), failure);
        }
    }

    private NetworkBatch decideUnderLock(Connection connection, Follower tree, List<NetworkCommand> commands)
            throws SQLException {
        // As little as possible is left to do under the lock.
        othersWrite = othersWrite && catchUp(connection, tree) > 0;
        var head = NetworkLog.lock(connection);
        clock.set(head.nowMicros());
        if (!tree.isAt(head)) {
            catchUp(connection, tree);
            othersWrite = true;
        }
        followedAtNanos = System.nanoTime();
        var replies = StoredReplies.read(connection, NetworkBatch.keysOf(commands));
        return NetworkBatch.decide(tree.genealogy(), head, replies, commands);
    }

    private int catchUp(Connection connection, Follower tree) throws SQLException {
        var entries = NetworkLog.since(connection, tree.seq());
        followedAtNanos = System.nanoTime();
        return tree.catchUp(entries);
    }

    /// COMMIT failed and nobody knows what became of it, until the lock is held on another connection: then the old
    /// transaction has ended, and what it wrote is either there or not.
    ///
    /// @throws RunAgain when it is not there
    private void findAfterFailedCommit(Connection lost, Follower tree, NetworkBatch batch, SQLException failure)
            throws RunAgain {
        LOG.warn("A batch failed in COMMIT; looking up whether it is there.", failure);
        tree.retract();
        Database.release(lost);
        database.dropIdleConnections();
        var isCommitted = OutcomeSearch.isCommitted(() -> isInLog(batch))
                .orElseThrow(
                        () -> Problem.of(
                                ProblemType.OUTCOME_UNKNOWN,
                                "The database went away while this was being committed. Repeat the request with the same ids: that is safe."));
        if (!isCommitted) {
            throw new RunAgain(failure);
        }
        takeIn();
    }

    /// Whatever comes of it: the batch is committed, and its answers stay.
    private void takeIn() {
        try {
            follow();
        } catch (SQLException | RuntimeException e) {
            forget(e);
        }
    }

    private boolean isInLog(NetworkBatch batch) throws SQLException {
        var connection = transaction();
        try {
            NetworkLog.lock(connection);
            return batch.isIn(connection);
        } finally {
            Database.release(connection);
        }
    }

    private Connection transaction() throws SQLException {
        var connection = connect();
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection connect() throws SQLException {
        try {
            return database.connection();
        } catch (SQLException e) {
            away = true;
            throw e;
        }
    }

    /// Answers an inspection, and follows what other replicas wrote, when there was no contact for a while.
    @Override
    public void idle() {
        var now = System.nanoTime();
        if (now - Math.max(followedAtNanos, triedAtNanos) < FOLLOW_NANOS << failures) {
            inspect();
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
        inspect();
    }

    private void notFollowed(Exception failure) {
        LOG.logf(
                away ? Logger.Level.DEBUG : Logger.Level.WARN,
                "The log can't be followed at the moment; reads go on from what is in memory. (%s)",
                failure.getMessage());
        away = true;
        // To read everything again and again in vain would keep the database busy.
        failures = follower == null ? Math.min(failures + 1, MOST_DOUBLINGS) : 0;
        database.dropIdleConnections();
    }

    private void inspect() {
        try {
            inspections.answerNext(follower);
        } catch (MemoryIsWrong e) {
            forget(e);
        }
    }

    private void follow() throws SQLException {
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
}
