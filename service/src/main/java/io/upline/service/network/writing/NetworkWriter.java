package io.upline.service.network.writing;

import io.upline.engine.genealogy.Genealogy;
import io.upline.service.audit.AuditWriter;
import io.upline.service.network.command.MemberChange;
import io.upline.service.network.command.MemberChange.Kind;
import io.upline.service.network.command.NetworkCommand;
import io.upline.service.network.command.NetworkCommand.CatchUp;
import io.upline.service.network.command.NetworkCommand.Registration;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.network.log.NetworkLog;
import io.upline.service.network.memory.Follower;
import io.upline.service.network.memory.MemoryIsWrong;
import io.upline.service.network.memory.NetworkMemory;
import io.upline.service.network.memory.Publications;
import io.upline.service.platform.batch.BadBatch;
import io.upline.service.platform.batch.BatchHandler;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.batch.RunAgain;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.database.OutcomeSearch;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
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
public final class NetworkWriter implements BatchHandler<NetworkCommand, NetworkResult> {
    private static final Logger LOG = Logger.getLogger(NetworkWriter.class);
    /// A connection that was silent for longer before it died was no accident: the database is away.
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// How long the lock is waited for at first.
    private static final long LOCK_MILLIS = 50;
    /// How often so, before each wait is twice as long as the one before.
    private static final int SHORT_WAITS = 4;
    /// Before the batch is tried again as a whole: after 3.3 s.
    private static final int LOCK_ATTEMPTS = 9;

    private final Database database;
    private final NetworkMemory memory;
    private final Inspections inspections;
    private final AuditWriter audit = new AuditWriter();
    private final DatabaseClock clock = new DatabaseClock();
    private boolean othersWrite;

    /// Memory is empty until it is loaded.
    public NetworkWriter(Database database, Publications publications) {
        this.database = database;
        this.inspections = new Inspections(database);
        this.memory = new NetworkMemory(database, publications);
    }

    /// What this writer keeps.
    public NetworkMemory memory() {
        return memory;
    }

    /// What is asked between two batches.
    public Inspections inspections() {
        return inspections;
    }

    @Override
    public int bytesOf(NetworkCommand command) {
        return command.bytes();
    }

    /// Births are drafts until their commit, a change comes into memory after it: they don't mix. Whoever only
    /// reads does not fail with those who write.
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
                if (System.nanoTime() - started > SILENCE_NANOS) {
                    memory.unanswered();
                } else {
                    database.dropIdleConnections();
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
            var presumed = presumedHead(tree, commands);
            if (presumed.isPresent()) {
                var batch =
                        NetworkBatch.decide(tree.genealogy(), presumed.get(), StoredReplies.none(), audit, commands);
                // Refusals alone have not been compared with the log.
                if (!batch.isEmpty()) {
                    return writtenAtOnce(connection, tree, batch);
                }
            }
            return writtenUnderLock(connection, tree, commands);
        } finally {
            tree.retract();
            Database.release(connection);
        }
    }

    /// What the log ends with if nobody else wrote since memory took in its last entry. That will do for
    /// registrations that need nothing else from the database, as long as their statement makes sure of it.
    private Optional<NetworkLog.Head> presumedHead(Follower tree, List<NetworkCommand> commands) {
        var now = clock.nowMicros();
        return now.isPresent()
                        && !othersWrite
                        && tree.endsWithBirth()
                        && commands.stream().allMatch(NetworkWriter::isPlainRegistration)
                ? Optional.of(tree.head(now.getAsLong()))
                : Optional.empty();
    }

    private static boolean isPlainRegistration(NetworkCommand command) {
        return command instanceof Registration registration
                && registration.key().isEmpty();
    }

    /// Locks, makes sure of what was presumed, writes and commits in one statement.
    ///
    /// @throws RunAgain when the log ends with something else
    private List<Outcome<NetworkResult>> writtenAtOnce(Connection connection, Follower tree, NetworkBatch batch)
            throws SQLException, RunAgain {
        try {
            if (!batch.write(connection)) {
                othersWrite = true;
                throw new RunAgain(Failure.contention("Another replica wrote meanwhile."));
            }
        } catch (SQLException e) {
            requirePossible(e);
            if (Failure.isUndone(e)) {
                throw e;
            }
            findAfterFailedCommit(connection, tree, batch, e);
            return batch.outcomes();
        }
        memory.followed();
        publish(tree, batch);
        return batch.outcomes();
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
                throw Failure.contention("The batch took more than a second to be decided.");
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
            batch.lastEntry().ifPresent(tree::publish);
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
            othersWrite |= memory.catchUp(connection, tree) > 0;
        }
        memory.followed();
        requireNotForgotten(connection, tree, commands);
        var replies = StoredReplies.read(connection, NetworkBatch.keysOf(commands));
        return NetworkBatch.decide(tree.genealogy(), tree.head(head.nowMicros()), replies, audit, commands);
    }

    /// Memory doesn't tell a pseudonym from the id of a user.
    ///
    /// @throws Problem 409 when somebody is to be forgotten who was
    private static void requireNotForgotten(Connection connection, Follower tree, List<NetworkCommand> commands)
            throws SQLException {
        if (commands.getFirst() instanceof MemberChange change && change.kind() instanceof Kind.Forgetting) {
            var member = tree.genealogy().indexOf(change.userId());
            if (member != Genealogy.NONE && NetworkLog.isForgotten(connection, member + 1)) {
                throw Problem.of(
                        ProblemType.CONFLICT,
                        "%s is a pseudonym: whoever this member is was forgotten already.".formatted(change.userId()));
            }
        }
    }

    /// Whoever holds the lock may have been stopped in the middle of a batch, or others take their turns. What they
    /// committed is to be followed meanwhile, so this waits for a short time, and after some of these for longer
    /// and longer: whoever gives up loses the turn.
    private NetworkLog.Head lock(Connection connection, Follower tree) throws SQLException {
        for (var attempt = 1; ; attempt++) {
            // As little as possible is left to do under the lock.
            othersWrite = othersWrite && memory.catchUp(connection, tree) > 0;
            try {
                return NetworkLog.lock(connection, LOCK_MILLIS << Math.max(attempt - SHORT_WAITS, 0));
            } catch (SQLException e) {
                if (Failure.of(e) != Failure.CONTENTION || attempt == LOCK_ATTEMPTS) {
                    throw e;
                }
                connection.rollback();
                othersWrite = true;
            }
        }
    }

    /// COMMIT failed and nobody knows what became of it, until the lock is held on another connection: then the
    /// old transaction has ended, and what it wrote is either there or not. A statement that commits by itself
    /// may not even have begun; when it is not there, it is shut out.
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
            if (batch.isIn(connection)) {
                return true;
            }
            batch.shutOut(connection);
            connection.commit();
            return false;
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
