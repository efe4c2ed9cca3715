package io.upline.client.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One of the services that share a database: a place where a process is started, killed, paused and started again.
public final class Replica implements AutoCloseable {
    private final String name;
    private final Path folder;
    private final Map<String, String> settings;
    private final List<String> options;
    private volatile @Nullable ServiceProcess process;
    private final AtomicInteger disturbances = new AtomicInteger();
    private volatile boolean steady;

    private Replica(Path folder, Map<String, String> settings, List<String> options) {
        this.name = String.valueOf(folder.getFileName());
        this.folder = folder;
        this.settings = Map.copyOf(settings);
        this.options = options;
    }

    /// Starts a replica that keeps its log in `folder`, whose name is its name.
    ///
    /// @param settings its environment, which names the database
    /// @param options further options of its JVM
    public static Replica start(Path folder, Map<String, String> settings, List<String> options) throws IOException {
        var replica = new Replica(Files.createDirectories(folder), settings, options);
        replica.start();
        return replica;
    }

    /// Starts it again, after [#kill()].
    public void start() throws IOException {
        process = ServiceProcess.start(folder, settings, options);
        steady = true;
    }

    /// What it is called in messages.
    public String name() {
        return name;
    }

    /// Where it can be reached; empty while there is no process.
    public Optional<String> url() {
        return Optional.ofNullable(process).map(ServiceProcess::url);
    }

    /// Whether it runs and is not paused, as far as a load balancer could know.
    public boolean isSteady() {
        return steady;
    }

    /// How often it was disturbed so far: what took place between two equal numbers took place undisturbed.
    public int disturbances() {
        return disturbances.get();
    }

    /// As `kill -9`.
    public void kill() {
        disturb();
        running().kill();
        process = null;
    }

    /// As SIGSTOP.
    public void pause() {
        disturb();
        running().pause();
    }

    /// As SIGCONT.
    public void resume() {
        running().resume();
        steady = true;
    }

    private void disturb() {
        disturbances.incrementAndGet();
        steady = false;
    }

    private ServiceProcess running() {
        if (process == null) {
            throw new IllegalStateException(name + " is not running.");
        }
        return process;
    }

    @Override
    public void close() {
        if (process != null) {
            running().resume();
            running().close();
        }
    }
}
