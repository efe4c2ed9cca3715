package io.upline.client.faults.redis;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Somebody who does the same again and again until it is told to stop, and notes what is wrong.
abstract class Activity implements Runnable {
    private static final int MOST_FAULTS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random;
    private final int pauseMillis;
    private final List<String> faults = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean open = true;

    Activity(long seed, int pauseMillis) {
        this.random = new Random(seed);
        this.pauseMillis = pauseMillis;
    }

    /// Does it once.
    abstract void act() throws IOException, InterruptedException;

    @Override
    public final void run() {
        while (open) {
            try {
                act();
            } catch (IOException e) {
                fault("It failed: " + e);
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(2 * pauseMillis)));
        }
    }

    final HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    final HttpResponse<String> post(String url, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json");
        return http.send(request.POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    final Team any(List<Team> teams) {
        return teams.get(random.nextInt(teams.size()));
    }

    final boolean anyBoolean() {
        return random.nextBoolean();
    }

    final void done() {
        done.incrementAndGet();
    }

    final int times() {
        return done.get();
    }

    final synchronized void fault(String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(sentence);
        }
    }

    final synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    final void stop() {
        open = false;
    }
}
