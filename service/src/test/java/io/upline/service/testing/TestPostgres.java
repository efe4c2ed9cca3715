package io.upline.service.testing;

import io.upline.service.platform.database.EmbeddedDatabase;
import io.upline.service.platform.settings.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One real PostgreSQL for all tests of a process, with a database of its own for whoever asks.
public final class TestPostgres {
    private static @Nullable EmbeddedDatabase server;

    private TestPostgres() {}

    private static synchronized EmbeddedDatabase server() {
        if (server == null) {
            try {
                var started = EmbeddedDatabase.start(Path.of("target", "test-data"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
                server = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    private static void close(EmbeddedDatabase started) {
        try {
            started.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new, empty database.
    public static DatabaseAddress freshDatabase() {
        var address = server().address();
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = connect(address);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(
                address.jdbcUrl().replaceFirst("/postgres$", "/" + name), address.user(), address.password());
    }

    /// A connection that the caller closes.
    public static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
