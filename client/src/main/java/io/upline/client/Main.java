package io.upline.client;

import io.upline.client.check.CheckCommand;
import io.upline.client.demo.DemoCommand;
import io.upline.client.imports.ImportCommand;
import io.upline.client.job.JobCommand;
import io.upline.client.key.KeyCommand;
import io.upline.client.platform.Failure;
import io.upline.client.platform.HelpOption;
import io.upline.client.platform.Patience;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The command line. Exit codes: 0 everything was done, 1 something could not be done, 2 wrong usage; a command may
/// have others for what it could not do.
///
/// Whatever goes wrong is told in a sentence; a stack trace never reaches the user.
@Command(name = "upline", description = "Commands for a running Upline service.", synopsisSubcommandLabel = "COMMAND")
public final class Main {
    @SuppressWarnings({"UnusedVariable", "NullAway.Init"}) // picocli sets it and acts on it
    @Mixin
    private HelpOption help;

    private Main() {}

    /// Runs the command named by `args` and ends the process with its exit code.
    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode = commandLine(Patience.standard(), out, err).execute(args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    static CommandLine commandLine(Patience patience, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .addSubcommand(new ImportCommand(patience))
                .addSubcommand(new DemoCommand(patience))
                .addSubcommand(new CheckCommand(patience))
                .addSubcommand(new JobCommand(patience))
                .addSubcommand(new KeyCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, command));
    }

    private static int explain(Exception problem, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println(problem instanceof Failure ? problem.getMessage() : "This should not have happened: " + problem);
        err.flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /// Names and box-drawing characters are UTF-8 whatever the locale of the shell says.
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
