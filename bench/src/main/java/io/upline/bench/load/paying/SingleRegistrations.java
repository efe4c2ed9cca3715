package io.upline.bench.load.paying;

import io.upline.bench.load.process.ServiceProcess;
import io.upline.bench.load.rows.UserIds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One client that registers a member after the other, with a pause between, for as long as it is let.
public final class SingleRegistrations implements AutoCloseable {
    private static final long RANDOM_SEED = 7;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double TAIL = 0.99;
    private static final int SUCCESS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final int members;
    private final SplittableRandom random = new SplittableRandom(RANDOM_SEED);
    private final List<Long> nanos = new ArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean open = true;

    private SingleRegistrations(ServiceProcess service, int members) {
        this.address = URI.create(service.url() + "/mlm/register");
        this.members = members;
    }

    /// Begins.
    ///
    /// @param members of the network that is there
    public static SingleRegistrations start(ServiceProcess service, int members) {
        var registrations = new SingleRegistrations(service, members);
        Thread.ofVirtual().start(registrations::run);
        return registrations;
    }

    private void run() {
        try {
            while (open) {
                var started = System.nanoTime();
                register();
                nanos.add(System.nanoTime() - started);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            end.complete(null);
        } catch (IOException | InterruptedException | IllegalStateException e) {
            end.completeExceptionally(e);
        }
    }

    private void register() throws IOException, InterruptedException {
        var body = "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}"
                .formatted(new UUID(random.nextLong(), random.nextLong()), UserIds.of(1 + random.nextInt(members)));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        var reply = http.send(request.build(), BodyHandlers.ofString());
        if (reply.statusCode() != SUCCESS) {
            throw new IllegalStateException("A registration failed: " + reply.body());
        }
    }

    /// Ends, and says how long one in a hundred took at least, in ms.
    ///
    /// @throws java.util.concurrent.CompletionException when one failed
    public double p99Millis() {
        open = false;
        end.join();
        return percentileMillis(nanos, TAIL);
    }

    static double percentileMillis(List<Long> nanos, double share) {
        var sorted = nanos.stream().sorted().toList();
        var at = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, at)) / NANOS_PER_MILLI;
    }

    /// How many there were.
    public int count() {
        return nanos.size();
    }

    @Override
    public void close() {
        open = false;
        http.close();
    }
}
