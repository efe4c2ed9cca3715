package io.upline.client.platform;

import picocli.CommandLine.Option;

/// The option that every command has.
public final class HelpOption {
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    /// Not asked for.
    public HelpOption() {}
}
