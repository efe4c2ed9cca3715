package io.upline.bench.load.paying;

import io.upline.bench.load.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Marks all bonuses paid that are pending, and waits for the job that does it where there are many.
public final class PayAll {
    private static final Pattern STATUS = Pattern.compile("(?s).*\"status\"\\s*:\\s*\"(\\w+)\".*");
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int DONE = 200;
    private static final int UNDER_WAY = 202;

    private PayAll() {}

    /// From the request until all are paid.
    ///
    /// @throws IllegalStateException when it failed
    public static Duration run(ServiceProcess service) throws IOException, InterruptedException {
        var started = System.nanoTime();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(service.url() + "/mlm/bonus/mark-paid"))
                    .POST(BodyPublishers.noBody());
            var reply = http.send(request.build(), BodyHandlers.ofString());
            switch (reply.statusCode()) {
                case DONE -> {}
                case UNDER_WAY ->
                    awaitEnd(
                            http,
                            service.url()
                                    + reply.headers().firstValue("Location").orElseThrow());
                default -> throw new IllegalStateException("Nothing was paid: " + reply.body());
            }
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static void awaitEnd(HttpClient http, String job) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(job)).build();
        var status = "";
        while (!status.equals("done")) {
            LockSupport.parkNanos(PAUSE_NANOS);
            var reply = http.send(request, BodyHandlers.ofString()).body();
            var match = STATUS.matcher(reply);
            status = match.matches() ? match.group(1) : "unknown";
            if (status.equals("failed") || status.equals("cancelled") || status.equals("unknown")) {
                throw new IllegalStateException("Not all was paid: " + reply);
            }
        }
    }
}
