package io.upline.bench.load;

import io.upline.bench.load.report.Row;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/// Ten million members in a heap of 1,200 MB: how long the start takes, and registrations.
final class HugeBench {
    private static final String JVM_OPTIONS = "-Xmx1200m";
    private static final double START_BAR_SECONDS = 20;

    private final Bench bench;

    HugeBench(Bench bench) {
        this.bench = bench;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var seed = bench.seed(Scale.HUGE_MEMBERS);
        Duration start;
        try (var service = bench.server().service(seed.database(), JVM_OPTIONS)) {
            start = service.startTime();
            bench.check(service);
        }
        var seconds = start.toMillis() / 1e3;
        bench.table().add(Row.atMost("start until loaded", seed.members(), seconds, START_BAR_SECONDS, "s"));
        new RegistrationBench(bench, JVM_OPTIONS).measure(seed.members());
    }
}
