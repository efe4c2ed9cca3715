package io.upline.service.network.writing;

import io.upline.service.network.command.Inspection;
import io.upline.service.network.log.NetworkLog;
import io.upline.service.network.memory.Follower;
import io.upline.service.network.memory.MemoryIsWrong;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The inspections that wait for the writer's thread, which answers one between two batches.
public final class Inspections {
    /// How long an answer is waited for.
    public static final long ANSWER_SECONDS = 120;

    private final Database database;
    private final Queue<Waiting<?, ?>> waiting = new ConcurrentLinkedQueue<>();

    Inspections(Database database) {
        this.database = database;
    }

    private record Waiting<S, R>(Inspection<S, R> inspection, CompletableFuture<R> answer) {}

    /// Hands over an inspection. O(1), never blocks.
    public <S, R> CompletableFuture<R> ask(Inspection<S, R> inspection) {
        var answer = new CompletableFuture<R>().orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS);
        waiting.add(new Waiting<>(inspection, answer));
        return answer;
    }

    /// Answers the inspection that has waited longest. Only on the writer's thread.
    ///
    /// @param follower memory, which is brought up to date first; null while there is none
    /// @throws MemoryIsWrong when it can't be
    void answerNext(@Nullable Follower follower) {
        var next = waiting.poll();
        if (next != null && !next.answer.isDone()) {
            answer(next, follower);
        }
    }

    /// Nobody is answered any more.
    public void close() {
        for (var left = waiting.poll(); left != null; left = waiting.poll()) {
            left.answer.completeExceptionally(Problem.of(ProblemType.UNAVAILABLE, "The service is stopping."));
        }
    }

    private <S, R> void answer(Waiting<S, R> next, @Nullable Follower follower) {
        try {
            if (follower == null) {
                throw Problem.of(ProblemType.UNAVAILABLE, "The network is being loaded again. Try again in a moment.");
            }
            var stored = read(next.inspection, follower);
            next.answer.complete(next.inspection.question().apply(stored, follower.genealogy()));
        } catch (MemoryIsWrong e) {
            next.answer.completeExceptionally(e);
            throw e;
        } catch (Throwable e) {
            // Whatever else it is, it is the asker's: the writer goes on.
            next.answer.completeExceptionally(e);
        }
    }

    private <S> S read(Inspection<S, ?> inspection, Follower follower) throws SQLException {
        var connection = database.connection();
        try {
            connection.setAutoCommit(false);
            Database.readOneSnapshot(connection);
            follower.catchUp(NetworkLog.since(connection, follower.seq()));
            return inspection.stored().run(connection);
        } finally {
            Database.release(connection);
        }
    }
}
