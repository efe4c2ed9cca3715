package io.upline.service.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL that outlived the process that started it: only the one that its own data folder names is touched.
final class OrphanedServer {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private OrphanedServer() {}

    /// Ends the server that runs on `data`, if one does, as PostgreSQL's fast shutdown: nothing committed is lost.
    static void end(Path data) throws IOException {
        var orphan = runningOn(data);
        if (orphan.isEmpty()) {
            return;
        }
        var pid = orphan.get().pid();
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).inheritIO().start();
        try {
            orphan.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a PostgreSQL left over on " + data + " was being stopped.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "PostgreSQL with process id %d, left over on %s, did not stop within %d s. End it by hand."
                            .formatted(pid, data, STOP_LIMIT.toSeconds()),
                    e);
        }
    }

    /// The server that runs on `data`, if one does.
    static Optional<ProcessHandle> runningOn(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() < 2 || !Path.of(lines.get(1)).equals(data)) {
            return Optional.empty();
        }
        // The number may since have been given to any other process.
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }
}
