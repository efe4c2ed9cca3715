package io.upline.service.platform.job.scheduling;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.job.JobKind;
import io.upline.service.platform.job.Jobs;
import io.upline.service.platform.job.RecurringWork;
import io.upline.service.platform.job.running.JobRunner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;

/// Runs the scheduler as long as the service, with everything that features offer.
@ApplicationScoped
class BackgroundWork {
    private final Database database;
    private final List<JobKind> kinds;
    private final List<RecurringWork> recurring;
    private final Jobs jobs;
    private volatile Optional<ReplicaScheduler> scheduler = Optional.empty();

    BackgroundWork(Database database, @All List<JobKind> kinds, @All List<RecurringWork> recurring, Jobs jobs) {
        this.database = database;
        this.kinds = kinds;
        this.recurring = recurring;
        this.jobs = jobs;
    }

    /// After everybody else: what is found to be done needs the network.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        var started = ReplicaScheduler.start(database, new JobRunner(database, kinds), recurring, Pace.USUAL);
        jobs.onWake(started::wake);
        scheduler = Optional.of(started);
    }

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        scheduler.ifPresent(ReplicaScheduler::leave);
    }

    /// Before everybody else, for the same reason.
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        scheduler.ifPresent(ReplicaScheduler::close);
    }
}
