package io.upline.client.demo;

import io.upline.client.network.Network;
import io.upline.client.platform.Patience;
import io.upline.client.platform.Service;
import io.upline.client.platform.ServiceOption;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `demo [--seed N]`. Adds a new network beside what the service holds, and erases nothing.
@Command(
        name = "demo",
        description = {
            "Registers a new root with 250 members, distributes their bonuses, evaluates ranks, shows the outcome.",
            "May be run again and again: every run adds a network of its own, and erases nothing."
        })
@SuppressWarnings("NullAway.Init")
public final class DemoCommand implements Callable<Integer> {
    private static final int SEEDS = 1_000_000;

    private final Patience patience;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOption service;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives a network of the same shape.")
    private @Nullable Long seed;

    /// A command that waits for a busy service with `patience`.
    public DemoCommand(Patience patience) {
        this.patience = patience;
    }

    @Override
    public Integer call() {
        long chosen = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
        try (Service target = service.open(patience)) {
            Cast cast = new Cast(chosen);
            Outcome outcome = new Demo(new Network(target), cast, chosen)
                    .run(step -> spec.commandLine().getErr().println(step));
            new DemoReport(spec.commandLine().getOut(), cast, service.address()).print(outcome, chosen);
        }
        return 0;
    }
}
