package io.upline.service.platform.job.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.database.OutcomeUnknown;
import io.upline.service.platform.job.Jobs;
import io.upline.service.platform.job.RecurringWork;
import io.upline.service.platform.job.running.JobRunner;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// The scheduler of one replica. All replicas on one database share its work; each thing is done by one of them, and
/// by another when that one says nothing any more.
final class ReplicaScheduler implements AutoCloseable {
    /// Jobs and recurring work that a replica has in hand at once; jobs take turns among themselves.
    private static final int IN_HAND = 32;

    private static final Logger LOG = Logger.getLogger(ReplicaScheduler.class);
    private static final double FETCH_WHEN_BELOW = 0.5;
    private static final double FETCH_UP_TO = 1.0;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    /// Twice that at most, and less than the process is given to stop.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(4);

    private final JobRunner runner;
    private final DatabaseTime time;
    private final PatientConnections connections;
    private final Scheduler scheduler;
    private volatile boolean stopping;

    private ReplicaScheduler(Database database, JobRunner runner, List<RecurringWork> recurring, Pace pace) {
        this.runner = runner;
        this.time = new DatabaseTime(database);
        this.connections = new PatientConnections(database);
        this.scheduler = onVirtualThreads(at(pace, Scheduler.create(connections, List.<Task<?>>of(jobs()))))
                .startTasks(recurring.stream().map(ReplicaScheduler::task).toList())
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .clock(time)
                .shutdownMaxWait(STOP_LIMIT)
                .build();
    }

    private static SchedulerBuilder at(Pace pace, SchedulerBuilder builder) {
        return builder.pollingInterval(pace.poll())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(Pace.MISSED_HEARTBEATS)
                .pollUsingLockAndFetch(FETCH_WHEN_BELOW, FETCH_UP_TO)
                .threads(IN_HAND);
    }

    private static SchedulerBuilder onVirtualThreads(SchedulerBuilder builder) {
        var threads = Thread.ofVirtual().name("background-", 0).factory();
        return builder.executorService(Executors.newThreadPerTaskExecutor(threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads));
    }

    /// Starts it.
    static ReplicaScheduler start(Database database, JobRunner runner, List<RecurringWork> recurring, Pace pace) {
        var started = new ReplicaScheduler(database, runner, recurring, pace);
        started.scheduler.start();
        return started;
    }

    /// Looks for work at once.
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /// Takes no more work, and leaves each job after the chunk that is being done: another replica takes it at once.
    void leave() {
        stopping = true;
        scheduler.pause();
    }

    /// Returns when what is being done has been left, or after 8 s.
    @Override
    public void close() {
        leave();
        connections.close();
        scheduler.stop();
    }

    private Task<?> jobs() {
        return Tasks.custom(Jobs.TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN))
                .execute((task, context) -> run(UUID.fromString(task.getId())));
    }

    private CompletionHandler<Void> run(UUID job) {
        return switch (runEnding(job)) {
            case OVER -> (complete, operations) -> operations.remove();
            case TAKEN_OVER -> (complete, operations) -> {};
            case LEFT ->
                (complete, operations) -> operations.reschedule(
                        complete, stopping ? time.now() : time.now().plus(TRY_AGAIN));
        };
    }

    private JobRunner.Ending runEnding(UUID job) {
        try {
            return runner.run(job, () -> stopping);
        } catch (DatabaseUnavailable e) {
            LOG.warnf("Job %s is tried again: %s", job, e.getMessage());
            return JobRunner.Ending.LEFT;
        }
    }

    private static RecurringTask<Void> task(RecurringWork work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.every()), Void.class)
                .execute((task, context) -> run(work));
    }

    private static void run(RecurringWork work) {
        try {
            work.run();
        } catch (DatabaseUnavailable | OutcomeUnknown e) {
            LOG.debugf(e, "%s is done later.", work.name());
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s failed; it is tried again in %s.", work.name(), work.every());
        }
    }
}
