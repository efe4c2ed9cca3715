package io.upline.client.key;

import io.upline.client.platform.HelpOption;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `key ROLE`. Writes no file: the secret is shown once, and nobody can find it again.
@Command(
        name = "key",
        description = {
            "Makes an API key for a service and prints its secret, once, with the line for the file that API_KEYS names.",
            "The running service takes a new line within a second."
        })
@SuppressWarnings("NullAway.Init")
public final class KeyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROLE", description = "What the service may do: ${COMPLETION-CANDIDATES}.")
    private KeyRole role;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Mixin
    private HelpOption help;

    /// A command that needs no service.
    public KeyCommand() {}

    @Override
    public Integer call() {
        NewKey key = NewKey.draw(role, new SecureRandom());
        PrintWriter out = spec.commandLine().getOut();
        out.println("X-Api-Key:    " + key.id());
        out.println("X-Api-Secret: " + key.secret());
        out.println();
        out.println(
                "The secret is not kept anywhere: give it to the service that calls. For the file that API_KEYS names:");
        out.println(key.line());
        out.flush();
        return 0;
    }
}
