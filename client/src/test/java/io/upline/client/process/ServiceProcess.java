package io.upline.client.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The packaged service as a process of its own, as `./upline serve` runs it: with its own PostgreSQL on `data`, or
/// with the one that the environment names. What it says is kept in the file `service.log` of that folder.
public final class ServiceProcess implements AutoCloseable {
    private static final Path APPLICATION = Path.of("..", "service", "target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern API = Pattern.compile("\\s+API\\s+(http://\\S+)/mlm");
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx1g");
    private static final String LOG = "service.log";

    private final Process process;
    private final Path log;
    private final String url;
    private final Thread reading;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceProcess(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        this.url = address(reader, said);
        this.reading = Thread.ofVirtual().start(() -> keep(reader, log, said));
    }

    /// Starts the service and returns when it listens.
    public static ServiceProcess start(Path data) throws IOException {
        return start(data, Map.of());
    }

    /// Starts the service with further settings and returns when it listens.
    ///
    /// @throws IOException when it ends before that
    public static ServiceProcess start(Path data, Map<String, String> environment) throws IOException {
        return start(data, environment, List.of());
    }

    /// The same, with further options of the JVM.
    public static ServiceProcess start(Path data, Map<String, String> environment, List<String> options)
            throws IOException {
        var builder =
                new ProcessBuilder(command(options)).directory(data.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("PORT", "0", "DATA_DIR", data.resolve("data").toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        return new ServiceProcess(process, data.resolve(LOG));
    }

    /// Lets the JVM record, in a folder of its own, what a start takes, as `./upline serve` does; about 10 s.
    ///
    /// @return options of the JVM with which the next starts are faster
    public static List<String> rehearse(Path folder) throws IOException {
        var cache = folder.resolve("app.aot").toAbsolutePath();
        var command = new ArrayList<>(command(List.of("-XX:AOTCacheOutput=" + cache)));
        command.add("--rehearse");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("rehearsal.log").toFile());
        builder.environment()
                .putAll(Map.of("PORT", "0", "DATA_DIR", folder.resolve("data").toString()));
        builder.start().onExit().join();
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    private static List<String> command(List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(options);
        command.addAll(List.of("-jar", APPLICATION.toAbsolutePath().toString()));
        return command;
    }

    /// Reads what the service says until it says where it is; the rest is read beside the test.
    private static String address(BufferedReader reader, StringBuilder said) throws IOException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            var match = API.matcher(line);
            if (match.matches()) {
                return match.group(1);
            }
        }
        throw new IOException("The service did not start:\n" + said);
    }

    private static void keep(BufferedReader reader, Path log, CharSequence first) {
        try (var file = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            file.append(first);
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                file.append(line).append('\n').flush();
            }
        } catch (IOException e) {
            // the process was killed
        }
    }

    /// Scheme, host and port.
    public String url() {
        return url;
    }

    /// A GET that asks for a media type.
    public HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path)).header("Accept", accept);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// A POST of a body of that media type.
    public HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// As `kill -9`: the process has no time to do anything.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// As SIGSTOP: the process keeps everything it has and does nothing.
    public void pause() {
        Signal.STOP.to(process.toHandle());
    }

    /// Goes on after [#pause()].
    public void resume() {
        Signal.CONT.to(process.toHandle());
    }

    /// Everything that the service has said so far, and what others said before it in the same folder.
    public String said() throws IOException {
        return Files.readString(log);
    }

    /// As Ctrl-C: the service and its PostgreSQL stop. Returns when all that it said is there.
    public void stop() throws InterruptedException {
        process.destroy();
        process.onExit().join();
        reading.join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        http.close();
    }
}
