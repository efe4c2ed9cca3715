package io.upline.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/// The packaged service as a process of its own, with its own PostgreSQL on `data`, as `./upline serve` runs it.
final class ServiceProcess implements AutoCloseable {
    private static final Path APPLICATION = Path.of("..", "service", "target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern API = Pattern.compile("\\s+API\\s+(http://\\S+)/mlm");

    private final Process process;
    private final String url;
    private final StringWriter said;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceProcess(Process process, String url, StringWriter said) {
        this.process = process;
        this.url = url;
        this.said = said;
    }

    /// Starts the service and returns when it listens.
    static ServiceProcess start(Path data) throws IOException {
        return start(data, Map.of());
    }

    static ServiceProcess start(Path data, Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-jar",
                        APPLICATION.toAbsolutePath().toString())
                .directory(data.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("PORT", "0", "DATA_DIR", data.resolve("data").toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new StringWriter();
        return new ServiceProcess(process, address(process, said), said);
    }

    /// Reads what the service says until it says where it is; the rest is read beside the test.
    private static String address(Process process, StringWriter said) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.write(line + "\n");
            var match = API.matcher(line);
            if (match.matches()) {
                Thread.ofVirtual().start(() -> drain(reader, said));
                return match.group(1);
            }
        }
        throw new IOException("The service did not start:\n" + said);
    }

    private static void drain(BufferedReader reader, Writer said) {
        try {
            reader.transferTo(said);
        } catch (IOException e) {
            // the process was killed
        }
    }

    /// Everything that the service has said so far.
    String said() {
        return said.toString();
    }

    String url() {
        return url;
    }

    HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path)).header("Accept", accept);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// As `kill -9`: the process has no time to do anything.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// As Ctrl-C: the service and its PostgreSQL stop.
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
        http.close();
    }
}
