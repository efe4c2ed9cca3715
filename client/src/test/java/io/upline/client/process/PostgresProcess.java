package io.upline.client.process;

import io.upline.client.testing.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A durable PostgreSQL as a process of its own, on one folder and one port for as long as the test lasts, however
/// often it dies.
public final class PostgresProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String USER = "postgres";
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=64MB",
            "max_wal_size=64MB",
            "log_line_prefix=%m [%p] ");

    private final Path data;
    private final int port;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;

    private PostgresProcess(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /// Creates a database in a folder that is not there yet, and starts its server.
    public static PostgresProcess create(Path data) throws IOException {
        return create(data, Map.of());
    }

    /// The same, with an environment for the server.
    public static PostgresProcess create(Path data, Map<String, String> environment) throws IOException {
        run(
                "initdb",
                data.resolveSibling("initdb.log"),
                List.of("-D", data.toString(), "-U", USER, "-A", "trust", "--locale=C", "--wal-segsize=1"));
        var created = new PostgresProcess(data, freePort());
        created.environment.putAll(environment);
        created.start();
        return created;
    }

    private static void run(String program, Path log, List<String> arguments) throws IOException {
        var process = new ProcessBuilder(PostgresBinaries.command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(program + " failed:\n" + Files.readString(log));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Starts the server and returns when it takes connections, after whatever recovery that needs.
    public void start() throws IOException {
        var log = data.resolveSibling("postgres.log");
        var builder = new ProcessBuilder(PostgresBinaries.command("postgres", arguments()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var started = builder.start();
        process = started;
        Wait.until("PostgreSQL takes connections", START_LIMIT, () -> answers() || !started.isAlive());
        if (!started.isAlive()) {
            throw new IOException("PostgreSQL did not start; see " + log);
        }
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    /// Whether it takes connections before `limit` is over.
    public boolean answersWithin(Duration limit) {
        return Wait.holdsWithin(limit, this::answers);
    }

    private boolean answers() {
        try (var connection = connection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /// A connection that the caller closes.
    public Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, "");
    }

    /// The port, which stays.
    public int port() {
        return port;
    }

    /// Keeps a copy of the whole folder of a stopped server, as a backup does.
    public void keepCopy() throws IOException {
        copy(data, copy());
    }

    /// Puts the copy in place of what a stopped server has.
    public void restoreCopy() throws IOException {
        Files.move(data, data.resolveSibling("lost"));
        copy(copy(), data);
    }

    private Path copy() {
        return data.resolveSibling("copy");
    }

    private static void copy(Path from, Path to) throws IOException {
        var copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start();
        if (copying.onExit().join().exitValue() != 0) {
            throw new IOException("Copying " + from + " failed.");
        }
    }

    /// What the service is told in `DB_URL` to reach this server through a port of this machine.
    public static String url(int port) {
        return "postgresql://" + USER + ":none@127.0.0.1:" + port + "/postgres";
    }

    /// The server and its children end at once, as when the machine loses power.
    public void kill() {
        end(
                Signal.KILL,
                Stream.concat(Stream.of(server().toHandle()), server().descendants())
                        .toList());
    }

    /// Only the server's first process ends at once; its children find that out by themselves.
    public void killFirstProcess() {
        end(Signal.KILL, List.of(server().toHandle()));
    }

    /// One of the processes that serve a connection ends at once; PostgreSQL then ends all connections and
    /// recovers.
    ///
    /// @throws SQLException when it can't be asked which processes there are
    public void killOneConnection() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT pid FROM pg_stat_activity
                        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
                        ORDER BY random() LIMIT 1
                        """)) {
            if (row.next()) {
                ProcessHandle.of(row.getLong(1)).ifPresent(Signal.KILL::to);
            }
        }
    }

    /// Stops fast, as an administrator does: connections are cut, what was committed stays.
    public void stop() {
        end(Signal.INT, List.of(server().toHandle()));
    }

    private void end(Signal signal, List<ProcessHandle> processes) {
        var all = Stream.concat(Stream.of(server().toHandle()), server().descendants())
                .toList();
        processes.forEach(signal::to);
        all.forEach(ended -> ended.onExit().join());
        process = null;
    }

    /// Whether the server's first process is there.
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    private Process server() {
        if (process == null) {
            throw new IllegalStateException("PostgreSQL is not running.");
        }
        return process;
    }

    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
    }
}
