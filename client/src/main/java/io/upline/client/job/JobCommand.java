package io.upline.client.job;

import io.upline.client.platform.Failure;
import io.upline.client.platform.Patience;
import io.upline.client.platform.Printable;
import io.upline.client.platform.Service;
import io.upline.client.platform.ServiceOption;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `job ID`. Exit code 1 when the job failed or was cancelled, [#NOT_FOLLOWED] when that could not be found out.
@Command(
        name = "job",
        exitCodeOnExecutionException = JobCommand.NOT_FOLLOWED,
        description = {
            "Follows a job to its end and prints what came of it.",
            "Ctrl-C leaves the job running.",
            "Exit codes: 0 it is done, 1 it failed or was cancelled, 2 wrong usage, 3 it could not be followed."
        })
@SuppressWarnings("NullAway.Init")
public final class JobCommand implements Callable<Integer> {
    static final int NOT_FOLLOWED = 3;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Patience patience;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOption service;

    @Parameters(paramLabel = "ID", description = "The job's id, as the service gave it.")
    private UUID id;

    /// A command that waits between two looks at the job, and for a busy service, with `patience`.
    public JobCommand(Patience patience) {
        this.patience = patience;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (Service target = service.open(patience)) {
            JobReply job = read(target);
            try (Departure _ = Departure.from(id, err);
                    JobProgress progress = new JobProgress(err)) {
                job = follow(target, job, progress);
            }
            print(job, spec.commandLine().getOut());
            return job.isDone() ? 0 : 1;
        }
    }

    private JobReply follow(Service target, JobReply first, JobProgress progress) {
        JobReply job = first;
        try {
            while (!job.isOver()) {
                progress.show(job);
                patience.pause().pause(INTERVAL);
                job = read(target);
            }
            return job;
        } catch (Failure e) {
            throw e.followedBy("The job itself goes on; repeat the same command to follow it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.");
        }
    }

    private JobReply read(Service target) {
        return target.get("/mlm/jobs/" + id, JobReply.class);
    }

    private void print(JobReply job, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Job %s (%s) %s after %,d.%n",
                id,
                Printable.of(job.kind()),
                job.status().equals("failed") ? "failed" : "is " + Printable.of(job.status()),
                job.progress().done());
        Optional.ofNullable(job.error()).map(Printable::of).ifPresent(out::println);
        if (job.isDone()) {
            out.println(Printable.of(String.valueOf(job.result())));
        }
        out.flush();
    }
}
