package io.upline.service.platform.job.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.network.Replica;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.FailingDatabase;
import io.upline.service.platform.database.FailingDatabase.Ending;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.job.Chunks;
import io.upline.service.platform.job.Job;
import io.upline.service.platform.job.JobKind;
import io.upline.service.platform.job.JobStatus;
import io.upline.service.platform.job.Jobs;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One runner, without a scheduler: what a replica does that has a job in hand.
class JobRunnerTest {
    private static final Chunks CHUNKS = new Chunks();

    private static boolean goOn() {
        return false;
    }

    private static JobRunner runner(Database database) {
        return new JobRunner(database, List.of(Chunks.kind("a", chunk -> {})));
    }

    private static JobRunner runner() {
        return runner(CHUNKS.database());
    }

    /// What happens between two chunks, once, after so many of them.
    private static BooleanSupplier after(UUID job, long chunks, Runnable happening) {
        var happened = new AtomicInteger();
        return () -> {
            if (CHUNKS.job(job).done() == chunks && happened.getAndIncrement() == 0) {
                happening.run();
            }
            return false;
        };
    }

    @Test
    void everyChunkIsDoneOnceAndInOrder() {
        var job = CHUNKS.submit(7);
        assertThat(runner().run(job, JobRunnerTest::goOn)).isEqualTo(JobRunner.Ending.OVER);
        CHUNKS.assertDoneOnce(job, 7);
        assertThat(runner().run(job, JobRunnerTest::goOn)).isEqualTo(JobRunner.Ending.OVER);
        CHUNKS.assertDoneOnce(job, 7);
    }

    @ParameterizedTest
    @EnumSource
    void everyChunkIsDoneOnceWhicheverCommitNobodyHearsOf(Ending ending) {
        for (int commits = 0; commits < 9; commits++) {
            var job = CHUNKS.submit(5);
            var database = FailingDatabase.after(commits, Replica.pool(CHUNKS.address()), ending);
            assertThat(runner(database).run(job, JobRunnerTest::goOn)).isEqualTo(JobRunner.Ending.OVER);
            CHUNKS.assertDoneOnce(job, 5);
        }
    }

    @Test
    void whoLostAJobToAnotherWritesNothingMore() {
        var job = CHUNKS.submit(5);
        var other = new JobRunner(CHUNKS.database(), List.of(Chunks.kind("b", chunk -> {})));
        assertThat(runner().run(job, after(job, 2, () -> other.run(job, after(job, 4, () -> {})))))
                .isEqualTo(JobRunner.Ending.TAKEN_OVER);
        CHUNKS.assertDoneOnce(job, 5);
        assertThat(CHUNKS.doneBy(job, "a")).isEqualTo(2);
        assertThat(CHUNKS.doneBy(job, "b")).isEqualTo(3);
    }

    @Test
    void whoLostAJobDoesNotMakeItFailEither() {
        var job = CHUNKS.submit(3);
        var failing = new JobRunner(CHUNKS.database(), List.of(Chunks.kind("a", chunk -> {
            throw new IllegalStateException("a defect");
        })));
        var questions = new AtomicInteger();
        BooleanSupplier takenOver = () -> {
            // The last question before the failure is written.
            if (questions.incrementAndGet() == 5) {
                CHUNKS.database().transaction(connection -> RunTable.take(connection, job));
            }
            return false;
        };
        assertThat(failing.run(job, takenOver)).isEqualTo(JobRunner.Ending.TAKEN_OVER);
        assertThat(CHUNKS.job(job).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aCancelledJobEndsBeforeItsNextChunk() {
        var job = CHUNKS.submit(9);
        assertThat(runner().run(job, after(job, 4, () -> CHUNKS.cancel(job)))).isEqualTo(JobRunner.Ending.OVER);
        assertThat(CHUNKS.job(job).status()).isEqualTo(JobStatus.CANCELLED);
        CHUNKS.assertFirstDoneOnce(job, 4);
    }

    @Test
    void aJobThatIsCancelledBeforeAnybodyTookItIsNeverBegun() {
        var job = CHUNKS.submit(9);
        CHUNKS.cancel(job);
        assertThat(CHUNKS.job(job).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(runner().run(job, JobRunnerTest::goOn)).isEqualTo(JobRunner.Ending.OVER);
        CHUNKS.assertFirstDoneOnce(job, 0);
    }

    @Test
    void aReplicaThatStopsLeavesAJobBetweenTwoChunks() {
        var job = CHUNKS.submit(9);
        assertThat(runner().run(job, () -> CHUNKS.job(job).done() == 4)).isEqualTo(JobRunner.Ending.LEFT);
        assertThat(CHUNKS.job(job).status()).isEqualTo(JobStatus.RUNNING);
        CHUNKS.assertFirstDoneOnce(job, 4);
        assertThat(runner().run(job, JobRunnerTest::goOn)).isEqualTo(JobRunner.Ending.OVER);
        CHUNKS.assertDoneOnce(job, 9);
    }

    @Test
    void aJobOfAKindThatThisVersionDoesNotKnowIsLeftToAnother() {
        var job = CHUNKS.submit("of_tomorrow", 1);
        assertThat(runner().run(job, JobRunnerTest::goOn)).isEqualTo(JobRunner.Ending.LEFT);
        assertThat(CHUNKS.job(job).status()).isEqualTo(JobStatus.QUEUED);
    }

    private static Job failed(JobKind kind) {
        var job = CHUNKS.submit(5);
        assertThat(new JobRunner(CHUNKS.database(), List.of(kind)).run(job, JobRunnerTest::goOn))
                .isEqualTo(JobRunner.Ending.OVER);
        assertThat(CHUNKS.job(job).status()).isEqualTo(JobStatus.FAILED);
        return CHUNKS.job(job);
    }

    @Test
    void aProblemIsTheSentenceOfTheJobAndUndoesItsChunkAlone() {
        var job = failed(Chunks.kind("a", chunk -> {
            if (chunk == 3) {
                throw Problem.of(ProblemType.CONFLICT, "The period is closed.");
            }
        }));
        assertThat(job.error()).isEqualTo("The period is closed.");
        CHUNKS.assertFirstDoneOnce(job.id(), 3);
    }

    @Test
    void aDefectIsToldToTheLogAndNotToTheCaller() {
        var job = failed(Chunks.kind("a", chunk -> {
            throw new IllegalStateException("secret");
        }));
        assertThat(job.error()).isEqualTo("The service failed at it; the service's log has the reason.");
    }

    private static JobKind refused(SQLException failure) {
        return Chunks.kind("a", chunk -> {
            throw failure;
        });
    }

    @Test
    void whatPostgresRefusesFailsAndContentionFailsInTheEnd() {
        var sentence = "PostgreSQL refused a step of it; the service's log has the reason.";
        assertThat(failed(refused(new SQLException("no such column", "42703"))).error())
                .isEqualTo(sentence);
        assertThat(failed(refused(Failure.contention("always"))).error()).isEqualTo(sentence);
    }

    @Test
    void contentionThatPassesDoesNoHarm() {
        var job = CHUNKS.submit(2);
        var tries = new AtomicInteger();
        var kind = Chunks.kind("a", chunk -> {
            if (tries.incrementAndGet() <= Database.ATTEMPTS + 1) {
                throw Failure.contention("at first");
            }
        });
        new JobRunner(CHUNKS.database(), List.of(kind)).run(job, JobRunnerTest::goOn);
        CHUNKS.assertDoneOnce(job, 2);
    }

    @Test
    void aJobExistsExactlyWhenTheTransactionOfItsRequestWasCommitted() {
        var before = CHUNKS.tasks();
        var jobs = new Jobs();
        assertThatThrownBy(() -> CHUNKS.database().transaction(connection -> {
                    jobs.submit(connection, "counting", "1", OptionalLong.empty());
                    throw new IllegalStateException("the request failed");
                }))
                .hasMessage("the request failed");
        assertThat(CHUNKS.tasks()).isEqualTo(before);
        var job = CHUNKS.submit(1);
        assertThat(CHUNKS.tasks()).isEqualTo(before + 1);
        assertThat(CHUNKS.job(job).status()).isEqualTo(JobStatus.QUEUED);
    }
}
