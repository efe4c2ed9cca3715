package io.upline.service.platform.batch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// What one writer tells about itself among the metrics.
final class BatchMeters {
    private static final String WRITER = "writer";

    private final Timer time;
    private final DistributionSummary commands;
    private final Counter failed;

    BatchMeters(String writer, IntSupplier queued) {
        time = Timer.builder("upline.batch.time")
                .description("From a batch being taken to its commit")
                .tag(WRITER, writer)
                .publishPercentileHistogram()
                .register(Metrics.globalRegistry);
        commands = DistributionSummary.builder("upline.batch.commands")
                .description("Commands that shared a transaction")
                .tag(WRITER, writer)
                .serviceLevelObjectives(1, 4, 16, 64, GroupCommit.BATCH_COMMANDS)
                .register(Metrics.globalRegistry);
        failed = Counter.builder("upline.batch.failed.commands")
                .description("Commands whose batch failed, after all attempts")
                .tag(WRITER, writer)
                .register(Metrics.globalRegistry);
        Gauge.builder("upline.queue.commands", queued, IntSupplier::getAsInt)
                .description("Commands that wait for a batch")
                .tag(WRITER, writer)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    void committed(int batchCommands, long nanos) {
        time.record(nanos, TimeUnit.NANOSECONDS);
        commands.record(batchCommands);
    }

    void failed(int batchCommands) {
        failed.increment(batchCommands);
    }
}
