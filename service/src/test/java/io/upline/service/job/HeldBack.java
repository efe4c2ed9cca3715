package io.upline.service.job;

import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.job.JobKind;
import io.upline.service.platform.job.JobStep;
import io.upline.service.platform.job.Jobs;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.OptionalLong;
import java.util.UUID;

/// Work of as many steps as the request says, which gets no further than the test lets it; negative work fails.
@Singleton
public class HeldBack implements JobKind {
    static final String NAME = "held_back";

    private static volatile long allowed;

    /// Lets jobs get as far as that.
    static void allow(long steps) {
        allowed = steps;
    }

    static UUID submit(int steps) {
        var jobs = CDI.current().select(Jobs.class).get();
        var id = CDI.current()
                .select(Database.class)
                .get()
                .transaction(connection ->
                        jobs.submit(connection, NAME, Integer.toString(steps), OptionalLong.of(Math.abs(steps))));
        jobs.wake();
        return id;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(Connection connection, Chunk chunk) {
        var steps = Long.parseLong(chunk.request());
        if (steps < 0) {
            throw Problem.of(ProblemType.CONFLICT, "There is no less than nothing to do.");
        }
        var done = Math.min(chunk.done() + 1, Math.max(chunk.done(), allowed));
        return done == steps
                ? new JobStep.Finished(done, "{\"steps\":%d}".formatted(steps))
                : new JobStep.GoOn("on", done, OptionalLong.empty());
    }
}
