package io.upline.service.network;

import io.upline.service.network.NetworkCommand.CatchUp;
import io.upline.service.network.NetworkCommand.Registration;
import io.upline.service.platform.batch.BadBatch;
import io.upline.service.platform.batch.BatchHandler;
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

/// The one that writes the network: locks the network row, catches up, decides among drafts that nobody else sees,
/// writes, commits, and only then lets readers see it. One thread calls it; memory that turns out wrong is dropped
/// and read again.
final class NetworkWriter implements BatchHandler<NetworkCommand, NetworkResult> {
    private static final Logger LOG = Logger.getLogger(NetworkWriter.class);
    /// A connection that was silent for longer before it died was no accident: the database is away.
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// How long the lock is waited for at first, and at most before the batch is tried again.
    private static final long FIRST_LOCK_MILLIS = 50;

    private static final long LAST_LOCK_MILLIS = 1_600;

    private final Database database;
    private final NetworkMemory memory;
    private final Inspections inspections;
    private final DatabaseClock clock = new DatabaseClock();
    private boolean othersWrite;

    NetworkWriter(Database database, Publications publications) {
        this.database = database;
        this.inspections = new Inspections(database);
        this.memory = new NetworkMemory(database, publications);
    }

    /// What this writer keeps.
    NetworkMemory memory() {
        return memory;
    }

    /// What is asked between two batches.
    Inspections inspections() {
        return inspections;
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
            if (memory.stateIfAny() == null) {
                memory.load();
                // That took its time: whoever has given up meanwhile must not be placed.
                throw new RunAgain(loadedAgain());
            }
            var outcomes = commands.getFirst() instanceof CatchUp catchUp ? caughtUp(catchUp) : placed(commands);
            memory.answered();
            return outcomes;
        } catch (SQLException e) {
            throw afterNothingWasWritten(e, started);
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            memory.forget(e);
            throw new BadBatch(loadedAgain());
        } catch (Error e) {
            memory.forget(e);
            throw e;
        }
    }

    private static Problem loadedAgain() {
        return Problem.of(
                ProblemType.UNAVAILABLE, "The network had to be loaded again; nothing was written. Try again.");
    }

    private Exception afterNothingWasWritten(SQLException failure, long started) {
        return switch (Failure.of(failure)) {
            case CONTENTION -> new RunAgain(failure);
            case CONNECTION_LOST -> {
                database.dropIdleConnections();
                if (System.nanoTime() - started > SILENCE_NANOS) {
                    memory.unanswered();
                }
                yield memory.isAway() ? failure : new RunAgain(failure);
            }
            case DEFECT -> new BadBatch(failure);
            case INTEGRITY, OTHER -> failure;
        };
    }

    private List<Outcome<NetworkResult>> caughtUp(CatchUp command) throws SQLException {
        command.begun().run();
        memory.follow();
        return List.of(new Outcome.Done<>(new NetworkResult.CaughtUp()));
    }

    private List<Outcome<NetworkResult>> placed(List<NetworkCommand> commands) throws SQLException, RunAgain {
        var tree = memory.state();
        var connection = memory.connect();
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
        memory.followed();
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
            memory.forget(e);
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
        var head = lock(connection, tree);
        clock.set(head.nowMicros());
        if (!tree.isAt(head)) {
            memory.catchUp(connection, tree);
            othersWrite = true;
        }
        memory.followed();
        var replies = StoredReplies.read(connection, NetworkBatch.keysOf(commands));
        return NetworkBatch.decide(tree.genealogy(), head, replies, commands);
    }

    /// Whoever holds the lock may have been stopped in the middle of a batch. What was committed before that is
    /// still to be followed, so this waits for a short time first, and then for longer and longer: others are
    /// waiting as well, and whoever gives up loses the turn.
    private NetworkLog.Head lock(Connection connection, Follower tree) throws SQLException {
        for (var millis = FIRST_LOCK_MILLIS; ; millis *= 2) {
            // As little as possible is left to do under the lock.
            othersWrite = othersWrite && memory.catchUp(connection, tree) > 0;
            try {
                return NetworkLog.lock(connection, millis);
            } catch (SQLException e) {
                if (Failure.of(e) != Failure.CONTENTION || millis > LAST_LOCK_MILLIS / 2) {
                    throw e;
                }
                connection.rollback();
                othersWrite = true;
            }
        }
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
            memory.follow();
        } catch (SQLException | RuntimeException e) {
            memory.forget(e);
        }
    }

    private boolean isInLog(NetworkBatch batch) throws SQLException {
        var connection = memory.transaction();
        try {
            NetworkLog.lock(connection);
            return batch.isIn(connection);
        } finally {
            Database.release(connection);
        }
    }

    /// Answers an inspection, and follows what other replicas wrote, when there was no contact for a while.
    @Override
    public void idle() {
        memory.followWhenDue();
        try {
            inspections.answerNext(memory.stateIfAny());
        } catch (MemoryIsWrong e) {
            memory.forget(e);
        }
    }
}
