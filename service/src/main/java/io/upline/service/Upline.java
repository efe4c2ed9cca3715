package io.upline.service;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.upline.service.access.key.ApiKeyFile;
import io.upline.service.access.key.InvalidApiKeys;
import io.upline.service.platform.database.EmbeddedDatabase;
import io.upline.service.platform.settings.AccessSettings;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.platform.settings.Environment;
import io.upline.service.platform.settings.InvalidSettings;
import io.upline.service.platform.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/// Starts the service: reads the environment, starts a PostgreSQL when none is named, and hands over to Quarkus.
@QuarkusMain
public final class Upline {
    private static final int BAD_SETTINGS = 2;
    private static final int NO_DATABASE = 3;
    private static final int BAD_PLAN = 4;

    private Upline() {}

    /// Runs until the process is asked to stop. Exit code 2: the settings or the API keys are wrong; 3: no
    /// database; 4: the plan has mistakes; 5: the port is taken.
    public static void main(String... arguments) {
        if (List.of(arguments).contains(Rehearsal.ARGUMENT)) {
            System.setProperty(Rehearsal.ARGUMENT, "true");
        }
        try {
            var settings = Settings.read(Environment.ofProcess(Path.of("")));
            checkApiKeys(settings.access());
            ConfiguredPlan.read(settings);
            requireFreePort(settings);
            listenOn(settings);
            var database = settings.database().orElseGet(() -> ownDatabase(settings.dataFolder()));
            use(database);
            Quarkus.run(null, new StartFailure(database)::exit, arguments);
        } catch (InvalidSettings e) {
            e.mistakes().forEach(System.err::println);
            System.exit(BAD_SETTINGS);
        } catch (InvalidApiKeys e) {
            System.err.println(e.getMessage());
            System.exit(BAD_SETTINGS);
        } catch (ConfiguredPlan.InvalidPlan e) {
            System.err.println(e.getMessage());
            System.exit(BAD_PLAN);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(NO_DATABASE);
        }
    }

    private static void checkApiKeys(AccessSettings access) {
        if (access.required()) {
            access.apiKeys().ifPresent(ApiKeyFile::check);
        }
    }

    /// Before anything is proposed to a database: a service that can't listen changes nothing.
    private static void requireFreePort(Settings settings) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            System.err.printf(
                    "Port %d on %s can't be used (%s). Stop what listens there, or name another port in PORT.%n",
                    settings.port(), settings.host(), e.getMessage());
            System.exit(StartFailure.NO_PORT);
        }
    }

    private static void listenOn(Settings settings) {
        System.setProperty("quarkus.http.host", settings.host());
        System.setProperty("quarkus.http.port", Integer.toString(settings.port()));
    }

    private static void use(DatabaseAddress database) {
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", literally(database.user()));
        System.setProperty("quarkus.datasource.password", literally(database.password()));
    }

    /// Quarkus reads `${…}` in a value as the name of another.
    private static String literally(String value) {
        return value.replace("$", "\\$");
    }

    private static DatabaseAddress ownDatabase(Path folder) {
        try {
            var database = EmbeddedDatabase.start(folder);
            var watch = database.ended().thenRun(Upline::endWithoutDatabase);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, watch), "stop-database"));
            return database.address();
        } catch (IOException e) {
            throw new IllegalStateException("The database in " + folder + " did not start: " + e.getMessage(), e);
        }
    }

    /// Whoever runs the service starts it again, and that starts the database again.
    private static void endWithoutDatabase() {
        Logger.getLogger(Upline.class).error("The service's own PostgreSQL has ended; so does the service.");
        Quarkus.asyncExit(NO_DATABASE);
    }

    /// Once the service has stopped.
    private static void stop(EmbeddedDatabase database, Future<?> watch) {
        var service = Application.currentApplication();
        if (service != null) {
            service.awaitShutdown();
        }
        watch.cancel(false);
        try {
            database.close();
        } catch (IOException e) {
            Logger.getLogger(Upline.class).error("The database did not stop; the next start takes care of it.", e);
        }
    }
}
