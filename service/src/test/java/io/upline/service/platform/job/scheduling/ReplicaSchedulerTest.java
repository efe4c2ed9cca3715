package io.upline.service.platform.job.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.service.network.Replica;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.job.Chunks;
import io.upline.service.platform.job.JobKind;
import io.upline.service.platform.job.RecurringWork;
import io.upline.service.platform.job.running.JobRunner;
import io.upline.service.testing.Logged;
import io.upline.service.testing.Wait;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Several replicas on one database.
class ReplicaSchedulerTest {
    private static final Pace QUICK = new Pace(Duration.ofMillis(20), Duration.ofMillis(100));
    /// Nobody would be found dead during a test.
    private static final Pace CALM = new Pace(QUICK.poll(), Duration.ofMinutes(5));

    private static final int JOBS = 40;
    private static final int JOB_CHUNKS = 6;

    private final Chunks chunks = new Chunks();

    private ReplicaScheduler start(Database database, JobKind kind) {
        return ReplicaScheduler.start(database, new JobRunner(database, List.of(kind)), List.of(), QUICK);
    }

    private ReplicaScheduler start(String replica) {
        return start(new Database(Replica.pool(chunks.address())), Chunks.kind(replica, chunk -> {}));
    }

    /// What stops a replica in the middle of its job.
    private record Stop(CountDownLatch reached, CountDownLatch end) {
        Stop() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }

        JobKind kind(int at) {
            return Chunks.kind("a", chunk -> {
                if (chunk == at) {
                    reached.countDown();
                    await(end);
                }
            });
        }

        static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void manyJobsOnTwoReplicasAreDoneOnceEach() {
        try (var a = start("a");
                var b = start("b")) {
            var jobs = IntStream.range(0, JOBS)
                    .mapToObj(job -> chunks.submit(JOB_CHUNKS))
                    .toList();
            a.wake();
            b.wake();
            Wait.until(() -> chunks.tasks() == 0);
            jobs.forEach(job -> chunks.assertDoneOnce(job, JOB_CHUNKS));
            assertThat(jobs.stream().mapToLong(job -> chunks.doneBy(job, "a")).sum())
                    .isBetween(1L, (long) JOBS * JOB_CHUNKS - 1);
        }
    }

    @Test
    void theJobOfAReplicaThatDiedIsTakenOver() throws SQLException {
        var pool = new CutPool(Replica.pool(chunks.address()));
        var stop = new Stop();
        var job = chunks.submit(6);
        try (var a = start(new Database(pool.source()), stop.kind(3))) {
            Stop.await(stop.reached());
            pool.cut();
            try (var _ = start("b")) {
                Wait.until(() -> chunks.isOver(job));
            }
            chunks.assertDoneOnce(job, 6);
            assertThat(chunks.doneBy(job, "a")).isEqualTo(3);
            assertThat(chunks.runs(job)).isEqualTo(2);
            a.leave();
            stop.end().countDown();
        }
    }

    @Test
    void aReplicaThatComesBackAfterItsJobWasTakenOverWritesNothing() throws SQLException {
        var pool = new CutPool(Replica.pool(chunks.address()));
        var stop = new Stop();
        var job = chunks.submit(6);
        var database = new Database(pool.source());
        try (var a = start(database, stop.kind(3))) {
            Stop.await(stop.reached());
            pool.cut();
            try (var _ = start("b")) {
                Wait.until(() -> chunks.isOver(job));
            }
            pool.mend();
            stop.end().countDown();
            var next = chunks.submit(2);
            a.wake();
            Wait.until(() -> chunks.isOver(next));
            chunks.assertDoneOnce(next, 2);
        }
        chunks.assertDoneOnce(job, 6);
        assertThat(chunks.doneBy(job, "a")).isEqualTo(3);
        assertThat(chunks.tasks()).isZero();
    }

    @Test
    void theJobOfAReplicaThatStopsIsTakenOverAtOnce() {
        var stop = new Stop();
        var job = chunks.submit(6);
        var a = start(new Database(Replica.pool(chunks.address())), stop.kind(3));
        Stop.await(stop.reached());
        a.leave();
        stop.end().countDown();
        a.close();
        chunks.assertFirstDoneOnce(job, 4);
        var database = chunks.database();
        var runner = new JobRunner(database, List.of(Chunks.kind("b", chunk -> {})));
        try (var _ = ReplicaScheduler.start(database, runner, List.of(), CALM)) {
            Wait.until(() -> chunks.isOver(job));
        }
        chunks.assertDoneOnce(job, 6);
    }

    @Test
    void whileTheDatabaseIsAwayTheLogStaysShortAndThenTheJobGoesOn() throws SQLException {
        var pool = new CutPool(Replica.pool(chunks.address()));
        var stop = new Stop();
        var job = chunks.submit(6);
        try (var _ = start(new Database(pool.source()), stop.kind(3));
                var logged = Logged.from()) {
            Stop.await(stop.reached());
            pool.cut();
            stop.end().countDown();
            Wait.until(() -> pool.refused() >= 20);
            assertThat(logged.lines().filter(line -> line.contains("cut"))).hasSizeLessThan(5);
            pool.mend();
            Wait.until(() -> chunks.isOver(job));
        }
        chunks.assertDoneOnce(job, 6);
    }

    private record Counted(AtomicInteger runs, AtomicInteger atOnce, AtomicInteger overlaps) implements RecurringWork {
        @Override
        public String name() {
            return "testing";
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(1);
        }

        @Override
        public void run() {
            overlaps.addAndGet(atOnce.getAndIncrement());
            runs.incrementAndGet();
            atOnce.decrementAndGet();
            throw new IllegalStateException("a failure, which does not end it");
        }
    }

    @Test
    void recurringWorkIsDoneByOneReplicaAtATimeAndByAnotherWhenThatOneIsGone() {
        var work = new Counted(new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        var runner = new JobRunner(chunks.database(), List.of());
        var a = ReplicaScheduler.start(chunks.database(), runner, List.of(work), CALM);
        try (var _ = ReplicaScheduler.start(chunks.database(), runner, List.of(work), CALM)) {
            Wait.until(() -> work.runs.get() >= 5);
            a.close();
            var before = work.runs.get();
            Wait.until(() -> work.runs.get() >= before + 5);
        }
        assertThat(work.overlaps).hasValue(0);
    }
}
