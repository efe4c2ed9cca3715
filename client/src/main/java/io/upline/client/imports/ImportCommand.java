package io.upline.client.imports;

import io.upline.client.platform.Failure;
import io.upline.client.platform.Patience;
import io.upline.client.platform.Service;
import io.upline.client.platform.ServiceOption;
import io.upline.client.progress.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `import FILE [--dry-run]`. Exit code 1 when a row was rejected or the import broke.
@Command(
        name = "import",
        description = {
            "Registers the members of a CSV file, in its order: a sponsor stands before the members that they sponsor.",
            "A broken import is completed by the same command: rows that are already registered count as present."
        })
@SuppressWarnings("NullAway.Init")
public final class ImportCommand implements Callable<Integer> {
    private final Patience patience;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOption service;

    @Parameters(
            paramLabel = "FILE",
            description = "A .csv or .csv.gz file whose first line is user_id,sponsor_id,joined_at.")
    private Path file;

    @Option(names = "--dry-run", description = "Checks every row and writes nothing.")
    private boolean dryRun;

    /// A command that waits for a busy service with `patience`.
    public ImportCommand(Patience patience) {
        this.patience = patience;
    }

    @Override
    public Integer call() {
        long begun = System.nanoTime();
        try (Tally tally = new Tally()) {
            try {
                transfer(tally);
            } catch (Failure e) {
                summarizeIfBegun(tally, begun);
                throw e;
            }
            summarize(tally, begun);
            return tally.rejected() == 0 ? 0 : 1;
        }
    }

    private void transfer(Tally tally) {
        try (Service target = service.open(patience);
                Progress progress = Progress.ofFile(
                        dryRun ? "check" : "import",
                        file.toFile().length(),
                        spec.commandLine().getErr())) {
            if (dryRun) {
                new DryRun(target, tally, progress).check(file);
            } else {
                new ChunkedImport(target, tally, progress).send(file);
            }
        }
    }

    private void summarizeIfBegun(Tally tally, long begun) {
        if (tally.acknowledgedLine() > 0) {
            summarize(tally, begun);
        }
    }

    private void summarize(Tally tally, long begun) {
        Summary summary = new Summary(spec.commandLine().getOut());
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        if (dryRun) {
            summary.checked(file, tally, time);
        } else {
            summary.imported(file, tally, time);
        }
    }
}
