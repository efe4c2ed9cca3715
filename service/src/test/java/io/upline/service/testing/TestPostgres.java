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

/// One real PostgreSQL for all tests of a process, with a database of its own for whoever asks.
public final class TestPostgres {
    private static final String URL = "upline.test.database.url";
    private static final String USER = "upline.test.database.user";
    private static final String PASSWORD = "upline.test.database.password";

    private TestPostgres() {}

    /// Every test profile has a class loader of its own; what they share is the process, so the address is kept
    /// there.
    private static DatabaseAddress server() {
        synchronized (System.getProperties()) {
            if (System.getProperty(URL) == null) {
                start();
            }
            return new DatabaseAddress(System.getProperty(URL), System.getProperty(USER), System.getProperty(PASSWORD));
        }
    }

    private static void start() {
        try {
            var started = EmbeddedDatabase.start(Path.of("target", "test-data"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
            System.setProperty(URL, started.address().jdbcUrl());
            System.setProperty(USER, started.address().user());
            System.setProperty(PASSWORD, started.address().password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        var address = server();
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
