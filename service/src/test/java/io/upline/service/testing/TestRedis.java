package io.upline.service.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/// A real Redis on a port of its own, which can be killed, frozen and brought back.
public final class TestRedis implements AutoCloseable {
    private static final int ANY = 0;

    private final int port;
    private final List<String> options;
    private final Path folder;
    private @Nullable Process process;

    private TestRedis(int port, List<String> options, Path folder) {
        this.port = port;
        this.options = options;
        this.folder = folder;
    }

    /// Starts one that keeps nothing on disk but what it is told to save.
    ///
    /// @param options of its command line
    public static TestRedis started(String... options) {
        try {
            var redis = new TestRedis(freePort(), List.of(options), Files.createTempDirectory("redis"));
            redis.start();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts one that speaks TLS only.
    public static TestRedis startedWithTls(TestCertificate certificate) {
        try {
            var port = freePort();
            var options = List.of(
                    "--port",
                    "0",
                    "--tls-port",
                    Integer.toString(port),
                    "--tls-auth-clients",
                    "no",
                    "--tls-cert-file",
                    certificate.certificate().toString(),
                    "--tls-key-file",
                    certificate.key().toString(),
                    "--tls-ca-cert-file",
                    certificate.certificate().toString());
            var redis = new TestRedis(port, options, Files.createTempDirectory("redis"));
            redis.start();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(ANY, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Starts it again, on the same port, with what it saved.
    public void start() {
        try {
            var command = new ArrayList<>(List.of(
                    ExecutableProvider.newJarResourceProvider().get().getPath(), "--port", Integer.toString(port)));
            command.addAll(List.of("--save", "", "--appendonly", "no", "--dir", folder.toString()));
            command.addAll(options);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Wait.until(this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Ends it as a power cut would.
    public void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    /// Lets it answer nobody, and keep all connections.
    public void freeze() {
        signal("STOP");
    }

    /// Lets it go on.
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        var pid = Objects.requireNonNull(process, "It does not run.").pid();
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its address without user and database.
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /// The port it listens on.
    public int port() {
        return port;
    }

    @Override
    public void close() {
        kill();
    }
}
