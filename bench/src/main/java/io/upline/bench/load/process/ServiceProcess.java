package io.upline.bench.load.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The packaged service as a process, started by the launcher's `serve`: with its flags and its AOT cache.
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern API = Pattern.compile("\\s+API\\s+(http://\\S+)/mlm");
    private static final Pattern TROUBLE = Pattern.compile(".* (WARN|ERROR|FATAL) .*");
    /// What would make it another service than the one that is measured.
    private static final List<String> FOREIGN_SETTINGS = List.of(
            "DB_URL",
            "DB_HOST",
            "PLAN",
            "MAX_CHILDREN",
            "ALLOWED_HOSTS",
            "DOWNLINE_MAX_NODES",
            "API_KEYS",
            "SECRET_KEY",
            "JWKS_URL",
            "AUTH_BASE_URL",
            "USER_ID_CLAIM",
            "ADMINS",
            "AUDITORS",
            "KEY_REQUESTS_PER_SECOND",
            "PERSON_REQUESTS_PER_SECOND",
            "REDIS_ENABLED");

    private final Process process;
    private final String url;
    private final Duration startTime;

    private ServiceProcess(Process process, String url, Duration startTime) {
        this.process = process;
        this.url = url;
        this.startTime = startTime;
    }

    /// Starts the service and returns when it listens.
    ///
    /// @param launcher the file `upline`
    /// @param folder where it runs
    /// @param settings environment variables; `JAVA_OPTS` is added to the one that is there
    /// @throws IOException when it doesn't start, with what it said
    public static ServiceProcess start(Path launcher, Path folder, Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(launcher.toString(), "serve")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        var environment = builder.environment();
        FOREIGN_SETTINGS.forEach(environment::remove);
        environment.putAll(Map.of("HOST", "127.0.0.1", "PORT", "0", "AUTH", "off"));
        settings.forEach((name, value) ->
                environment.merge(name, value, (old, more) -> name.equals("JAVA_OPTS") ? old + " " + more : more));
        var started = System.nanoTime();
        var process = builder.start();
        var url = address(process);
        return new ServiceProcess(process, url, Duration.ofNanos(System.nanoTime() - started));
    }

    /// Reads what the service says until it says where it is; of the rest only trouble is passed on.
    private static String address(Process process) throws IOException {
        var said = new StringBuilder();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            var match = API.matcher(line);
            if (match.matches()) {
                Thread.ofVirtual().start(() -> passOnTrouble(reader));
                return match.group(1);
            }
        }
        throw new IOException("The service did not start:\n" + said);
    }

    private static void passOnTrouble(BufferedReader reader) {
        try (reader) {
            reader.lines().filter(TROUBLE.asMatchPredicate()).forEach(System.err::println);
        } catch (IOException | java.io.UncheckedIOException e) {
            // the process has ended
        }
    }

    /// Where it listens, without a slash at the end.
    public String url() {
        return url;
    }

    /// From the launcher's start until it listened, with the whole network in memory.
    public Duration startTime() {
        return startTime;
    }

    /// As Ctrl-C: the service stops, and its own PostgreSQL if it has one.
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
