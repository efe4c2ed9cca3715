package io.upline.service.platform.database;

import io.upline.service.platform.settings.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A PostgreSQL of the service's own, for one machine: data, password and binaries in one folder, durable,
/// reachable from this machine only and with the folder's password only.
///
/// Not for several replicas: name a database with `DB_URL` for that.
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final Path data;
    private final FileLock lock;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, Path data, FileLock lock, String password) {
        this.server = server;
        this.data = data;
        this.lock = lock;
        this.password = password;
    }

    /// Starts the server on the data in `folder`, creating both at the first time (about 4 s; later below 1 s).
    /// A server that an earlier, killed process left running on this folder is ended first.
    ///
    /// @throws IllegalStateException when another process uses the folder
    /// @throws IOException when the folder can't be used or the server doesn't start
    public static EmbeddedDatabase start(Path folder) throws IOException {
        var home = DataFolder.claim(folder);
        var lock = lock(home);
        try {
            var data = home.resolve("postgres");
            OrphanedServer.end(data);
            var password = FolderPassword.of(home);
            return new EmbeddedDatabase(start(home, data, password), data, lock, password.text());
        } catch (IOException | RuntimeException e) {
            lock.channel().close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path home, Path data, FolderPassword password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", password.file().toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password.text())
                // The library starts its servers for tests, with durability off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .start();
    }

    private static FileLock lock(Path home) throws IOException {
        var channel =
                FileChannel.open(home.resolve(DataFolder.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("The folder " + home + " is in use by another Upline on this machine."
                    + " Stop that one, or name another folder in DATA_DIR.");
        }
        return lock;
    }

    /// Where the server can be reached, and as whom.
    public DatabaseAddress address() {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", SUPERUSER, password);
    }

    /// Completes when the server's process ends, whatever ends it.
    ///
    /// @throws IOException when the server's own note of its process can't be read
    public CompletableFuture<?> ended() throws IOException {
        return OrphanedServer.runningOn(data)
                .map(ProcessHandle::onExit)
                .orElseThrow(() -> new IOException("PostgreSQL left no note of its process in " + data + "."));
    }

    /// Stops the server, waiting for it, and frees the folder.
    @Override
    public void close() throws IOException {
        server.close();
        lock.channel().close();
    }
}
