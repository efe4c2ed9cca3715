package io.upline.service.platform.job.running;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.upline.service.platform.job.JobStatus;
import java.util.concurrent.atomic.AtomicInteger;

/// What this replica tells about jobs among the metrics.
final class JobMeters {
    private static final AtomicInteger RUNNING = new AtomicInteger();

    static {
        Gauge.builder("upline.jobs.running", RUNNING, AtomicInteger::get)
                .description("Jobs that this replica works on")
                .register(Metrics.globalRegistry);
    }

    private JobMeters() {}

    static void begun() {
        RUNNING.incrementAndGet();
    }

    static void left() {
        RUNNING.decrementAndGet();
    }

    /// A job came to its end on this replica.
    static void ended(String kind, JobStatus status) {
        Metrics.counter("upline.jobs", "kind", kind, "status", status.word()).increment();
    }
}
