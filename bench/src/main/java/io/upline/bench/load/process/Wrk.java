package io.upline.bench.load.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The load generator `wrk`, with the one script that sends every load.
public final class Wrk {
    private final Path script;

    private Wrk(Path script) {
        this.script = script;
    }

    /// Whether the machine has the program.
    public static boolean isInstalled() {
        try {
            return !output(List.of("wrk", "-v")).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /// Lays the script in `folder`.
    public static Wrk in(Path folder) throws IOException {
        var script = folder.resolve("load.lua");
        try (var resource = Objects.requireNonNull(Wrk.class.getResourceAsStream("load.lua"))) {
            Files.copy(resource, script);
        }
        return new Wrk(script);
    }

    /// Runs a load to its end.
    ///
    /// @throws IllegalStateException when a request failed
    public LoadResult run(Load load, ServiceProcess service) throws IOException {
        var command = new ArrayList<>(List.of("wrk", "--timeout", "20s", "-s", script.toString()));
        command.addAll(List.of("-t" + load.threads(), "-c" + load.connections(), "-d" + load.seconds() + "s"));
        command.addAll(List.of(service.url(), "--"));
        command.addAll(load.arguments());
        return LoadResult.of(output(command));
    }

    private static String output(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        return output;
    }
}
