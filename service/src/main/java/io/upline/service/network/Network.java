package io.upline.service.network;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.upline.engine.genealogy.Genealogy;
import io.upline.service.audit.Author;
import io.upline.service.network.command.ActivatedPlan;
import io.upline.service.network.command.Inspection;
import io.upline.service.network.command.NetworkCommand;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.network.command.PlanActivation;
import io.upline.service.network.command.PlanTimeline;
import io.upline.service.network.command.Proposal;
import io.upline.service.network.log.NetworkLog;
import io.upline.service.network.log.ProposedSettings;
import io.upline.service.network.memory.Publications;
import io.upline.service.network.rule.Membership;
import io.upline.service.network.stored.FoundTraces;
import io.upline.service.network.writing.NetworkWriter;
import io.upline.service.network.writing.PlanWriter;
import io.upline.service.platform.batch.GroupCommit;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.idempotency.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The network of members, as features see it: the tree to read, and one way to write.
///
/// Memory is a fold over the log in PostgreSQL; nothing is seen here before it is committed there.
@ApplicationScoped
public class Network {
    private static final Logger LOG = Logger.getLogger(Network.class);
    /// Less than an open transaction may idle: one may be waiting for it.
    private static final long CATCH_UP_MILLIS = 1_500;
    private static final Executor LATE_ANSWERS = Executors.newVirtualThreadPerTaskExecutor();

    private final Database database;
    private final PlanWriter planWriter;
    private final Publications publications = new Publications();
    private @Nullable NetworkWriter writer;
    private @Nullable GroupCommit<NetworkCommand, NetworkResult> queue;
    private @Nullable CatchUps catchUps;

    Network(Database database) {
        this.database = database;
        this.planWriter = new PlanWriter(database);
    }

    /// Brings the proposed settings in force, loads the tree and opens for writing. O(members), about 1 s per
    /// million.
    ///
    /// @throws DatabaseUnavailable when PostgreSQL doesn't answer
    public void start(Proposal proposal) {
        try {
            ProposedSettings.bringInForce(database, proposal);
            var started = new NetworkWriter(database, publications);
            started.memory().load();
            writer = started;
            var commands = new GroupCommit<>("network-writer", started);
            catchUps = new CatchUps(commands);
            queue = commands;
            NetworkMeters.register(started.memory());
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /// The tree as of now. Take it once per request: a reload replaces it.
    ///
    /// @throws Problem 503 before the start and while the tree is being reloaded
    public Genealogy genealogy() {
        return started(writer).memory().state().genealogy();
    }

    /// The versions of the compensation plan as of the tree in memory, or a little later.
    public PlanTimeline plans() {
        return started(writer).memory().state().plans();
    }

    /// Puts another version of the plan in force, at once or later. Blocks; afterwards memory knows of it.
    ///
    /// @param reply how the answer is written
    /// @throws Problem 422 for a time that is over, and for another width at a later time; 409 for another width
    ///     while a version is scheduled
    public Answer activatePlan(PlanActivation activation, Function<ActivatedPlan, String> reply) {
        requireDatabase();
        var answer = planWriter.activate(activation, reply);
        takeIn();
        return answer;
    }

    /// What [#activatePlan] would come to; nothing is changed. Blocks.
    ///
    /// @throws Problem as [#activatePlan] does
    public Answer rehearsePlan(PlanActivation activation, Function<ActivatedPlan, String> reply) {
        requireDatabase();
        return planWriter.rehearse(activation, reply);
    }

    /// Withdraws a version of the plan that is not in force yet; doing so again changes nothing. Blocks.
    ///
    /// @throws Problem 404 for an unknown version, 409 for one that is or was in force
    public PlanTimeline.Version withdrawPlan(int version, Author author) {
        requireDatabase();
        var withdrawn = planWriter.withdraw(version, author);
        takeIn();
        return withdrawn;
    }

    /// What was written past memory comes into it. Where that fails, memory follows the log as always.
    private void takeIn() {
        try {
            catchUp();
        } catch (Problem e) {
            LOG.debug("The tree could not be brought up to date after a change of the plan.", e);
        }
    }

    /// Hands a command to the writer. The stage completes after the commit, or fails with a [Problem].
    public CompletableFuture<NetworkResult> submit(NetworkCommand command) {
        requireDatabase();
        return started(queue).submit(command);
    }

    /// Looks for a user id that is to be forgotten in everything that is kept, on a thread that may do the work that
    /// follows; nobody waits for it. O(changes in the log + kept replies).
    ///
    /// @throws Problem 503 while the database can't be reached
    public CompletableFuture<FoundTraces> tracesOf(UUID userId) {
        requireDatabase();
        return CompletableFuture.supplyAsync(
                () -> database.transaction(connection -> FoundTraces.of(connection, userId)), LATE_ANSWERS);
    }

    /// Spares the caller a long wait for a database that is known to be away.
    ///
    /// @throws Problem 503 while the database can't be reached
    public void requireDatabase() {
        if (started(writer).memory().isAway()) {
            throw Problem.of(
                    ProblemType.UNAVAILABLE, "The database can't be reached at the moment. Try again in a moment.");
        }
    }

    /// Asks a question about the tree while nobody changes it; batches wait for that. The stage completes with the
    /// answer, or fails with a [Problem] while there is no tree, with what the question threw, or with a
    /// [java.util.concurrent.TimeoutException] after
    /// [io.upline.service.network.writing.Inspections#ANSWER_SECONDS].
    public <S, R> CompletableFuture<R> inspect(Inspection<S, R> inspection) {
        return started(writer).inspections().ask(inspection);
    }

    /// Completes when readers see an entry of the log after `seq`; also when the log has lost some and when the
    /// service stops, so look again. No thread waits. Whoever cancels it is forgotten. O(1).
    public CompletableFuture<Void> seenAfter(long seq) {
        return publications.after(seq);
    }

    /// How many wait for something new.
    public int waiting() {
        return publications.waiting();
    }

    /// The tree with everything that was committed before the call, whichever replica wrote it. Blocks, at most
    /// 1.5 s: one statement, and a turn of the writer when another replica was faster.
    ///
    /// @param connection a transaction in READ COMMITTED, in which the answer may be relied on
    /// @throws Problem 503 when the tree can't be brought up to date
    public Moment upToDate(Connection connection) throws SQLException {
        var seen = genealogy().asOf();
        var head = NetworkLog.read(connection);
        // Behind what was seen: the database went back in time, which the writer finds out by catching up.
        if (head.seq() < seen || head.seq() > genealogy().asOf()) {
            catchUp();
        }
        return new Moment(genealogy(), head.nowMicros());
    }

    private void catchUp() {
        try {
            caughtUp().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
    }

    /// The tree with everything that was committed before the call, whichever replica wrote it. Never blocks;
    /// callers at the same time share one look at the log. The stage fails with a [Problem] 503 after 1.5 s at
    /// most.
    ///
    /// @throws Problem 503 while the database can't be reached
    public CompletableFuture<Genealogy> caughtUp() {
        requireDatabase();
        return started(catchUps)
                .next()
                .orTimeout(CATCH_UP_MILLIS, TimeUnit.MILLISECONDS)
                .handle((_, failure) -> requireCaughtUp(failure));
    }

    private Genealogy requireCaughtUp(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.debug("The tree could not be brought up to date for a request.", failure);
            throw Problem.of(
                    ProblemType.UNAVAILABLE, "The network can't be brought up to date now. Try again in a moment.");
        }
        return genealogy();
    }

    /// Finds a member: at once when memory knows the user, otherwise after a look at what other replicas wrote, on
    /// a thread that may do the work that follows. The stage fails with a [Problem] 404 for a user who is no
    /// member.
    ///
    /// @throws Problem 503 when the user is unknown here and the database can't be asked
    public CompletableFuture<Located> locate(UUID userId) {
        var tree = genealogy();
        var member = tree.indexOf(userId);
        return member == Genealogy.NONE
                ? caughtUp()
                        .thenApplyAsync(
                                caughtUp -> new Located(caughtUp, Membership.indexOf(caughtUp, userId)), LATE_ANSWERS)
                : CompletableFuture.completedFuture(new Located(tree, member));
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The network is still being loaded. Try again in a moment.");
        }
        return part;
    }

    /// The server waits for requests that are under way: those who only wait for news get their answer first.
    void answerWaiting(@Observes ShutdownDelayInitiatedEvent event) {
        publications.close();
    }

    /// Before the connections are closed: what waits is still committed.
    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    void stop() {
        publications.close();
        if (queue != null) {
            queue.close();
        }
        if (writer != null) {
            writer.inspections().close();
        }
    }
}
