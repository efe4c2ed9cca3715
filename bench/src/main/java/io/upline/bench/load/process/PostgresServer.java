package io.upline.bench.load.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The PostgreSQL that the service starts when no database is named, with the settings which it has then. The
/// service that started it stays idle; those that are measured run on databases of their own in it.
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final int PORT_LINE = 3;

    private final Path launcher;
    private final Path folder;
    private final ServiceProcess host;
    private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
    private final int port;
    private final String password;

    private PostgresServer(Path launcher, Path folder, ServiceProcess host, Path data) throws IOException {
        this.launcher = launcher;
        this.folder = folder;
        this.host = host;
        var pid = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        this.port = Integer.parseInt(pid.get(PORT_LINE).strip());
        this.password = Files.readString(data.resolve("postgres.password")).strip();
    }

    /// Starts it with its data below `folder`.
    public static PostgresServer start(Path launcher, Path folder) throws IOException {
        var data = folder.resolve("data");
        var host = ServiceProcess.start(launcher, folder, Map.of("DATA_DIR", data.toString(), "JAVA_OPTS", "-Xmx256m"));
        return new PostgresServer(launcher, folder, host, data);
    }

    /// Starts a service on one of the databases.
    ///
    /// @param jvmOptions more of them; empty for none
    public ServiceProcess service(String database, String jvmOptions) throws IOException {
        return service(database, Map.of("JAVA_OPTS", jvmOptions));
    }

    /// Starts a service on one of the databases.
    ///
    /// @param settings environment variables, beside the one that names the database
    public ServiceProcess service(String database, Map<String, String> settings) throws IOException {
        var all = new HashMap<>(settings);
        all.put("DB_URL", "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(USER, password, port, database));
        var service = ServiceProcess.start(launcher, folder, all);
        services.add(service);
        return service;
    }

    /// Where the services run, and what they read may lie.
    public Path folder() {
        return folder;
    }

    /// A connection to one of the databases; the caller closes it.
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), USER, password);
    }

    /// Makes an empty database.
    public void create(String database) throws SQLException {
        run("SELECT format('CREATE DATABASE %I', ?)", database);
    }

    /// Makes a database like another that nobody is connected to, in place of what had the name before.
    public void copy(String template, String database) throws SQLException {
        drop(database);
        run("SELECT format('CREATE DATABASE %I TEMPLATE %I STRATEGY file_copy', ?, ?)", database, template);
        run("SELECT 'CHECKPOINT'");
    }

    /// Drops a database, with whoever is connected to it.
    public void drop(String database) throws SQLException {
        run("SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', ?)", database);
    }

    /// Runs a command that another statement writes: such commands take no parameters.
    private void run(String writing, String... names) throws SQLException {
        try (var connection = connect(USER);
                var select = connection.prepareStatement(writing)) {
            for (int i = 0; i < names.length; i++) {
                select.setString(i + 1, names[i]);
            }
            try (var row = select.executeQuery();
                    var command = connection.createStatement()) {
                row.next();
                command.execute(row.getString(1));
            }
        }
    }

    /// Stops the server, and every service that was started on it.
    @Override
    public void close() {
        services.forEach(ServiceProcess::close);
        host.close();
    }
}
