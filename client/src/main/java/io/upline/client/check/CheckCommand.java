package io.upline.client.check;

import io.upline.client.platform.Patience;
import io.upline.client.platform.Printable;
import io.upline.client.platform.Service;
import io.upline.client.platform.ServiceOption;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `check`. Exit code 1 when something is wrong in the network, [#NOT_CHECKED] when that could not be found out.
@Command(
        name = "check",
        exitCodeOnExecutionException = CheckCommand.NOT_CHECKED,
        description = {
            "Reads the database from end to end and compares it with the running service's memory and every rule.",
            "Changes nothing, and may run while members join. About 5 s for a million members.",
            "Exit codes: 0 nothing differs, 1 something does, 2 wrong usage, 3 it could not be checked."
        })
@SuppressWarnings("NullAway.Init")
public final class CheckCommand implements Callable<Integer> {
    static final int NOT_CHECKED = 3;
    /// A network of ten million members takes about a minute.
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static final double MILLIS_PER_SECOND = 1000;

    private final Patience patience;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOption service;

    /// A command that waits for a busy service with `patience`.
    public CheckCommand(Patience patience) {
        this.patience = patience;
    }

    @Override
    public Integer call() {
        try (Service target = service.open(patience)) {
            spec.commandLine().getErr().println("Checking the network at " + service.address() + " …");
            CheckReply reply = target.get("/mlm/check", CheckReply.class, TIMEOUT);
            print(reply, spec.commandLine().getOut());
            return reply.ok() ? 0 : 1;
        }
    }

    private static void print(CheckReply reply, PrintWriter out) {
        reply.findings().forEach(finding -> out.println(Printable.of(finding)));
        if (reply.findingsLeftOut() > 0) {
            out.printf(Locale.ROOT, "and %,d more.%n", reply.findingsLeftOut());
        }
        out.printf(
                Locale.ROOT,
                "%,d members, as of entry %,d of the log: %s. Took %.1f s; writes waited %,d ms at most.%n",
                reply.members(),
                reply.asOfSeq(),
                reply.ok() ? "nothing differs" : "something is wrong",
                reply.tookMs() / MILLIS_PER_SECOND,
                reply.writesWaitedMs());
        if (reply.auditHash() != null) {
            out.printf(
                    Locale.ROOT,
                    "The audit ends with entry %,d: %s%n",
                    reply.auditSealed(),
                    Printable.of(reply.auditHash()));
        }
        out.flush();
    }
}
