package io.upline.client.faults.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.upline.client.faults.audit.LogRows.Entry;
import io.upline.client.faults.load.Exchange;
import io.upline.client.faults.load.Exchange.Reply;
import io.upline.client.process.Replica;
import io.upline.client.testing.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Another service that follows the network at `GET /mlm/changes`, through any replica, from the first entry on.
/// When it is told that the log went back it begins again.
public final class Follower implements AutoCloseable {
    private static final Duration UP_TO_DATE_WITHIN = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int WAIT_SECONDS = 2;

    private final List<Replica> replicas;
    private final Random random;
    private final Exchange exchange = new Exchange();
    private final List<JsonNode> entries = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::follow);
    private int restarts;
    private volatile boolean open = true;

    private Follower(List<Replica> replicas, Random random) {
        this.replicas = replicas;
        this.random = random;
    }

    /// Begins to follow.
    public static Follower start(List<Replica> replicas, Random random) {
        var follower = new Follower(replicas, random);
        follower.thread.start();
        return follower;
    }

    private void follow() {
        while (open) {
            var steady = replicas.stream().filter(Replica::isSteady).toList();
            if (steady.isEmpty() || !ask(steady.get(random.nextInt(steady.size())))) {
                Wait.pass(PAUSE);
            }
        }
    }

    /// Whether there was an answer to go on from.
    private boolean ask(Replica replica) {
        if (!(exchange.get(replica, next()) instanceof Reply.Answer answer)) {
            return false;
        }
        if (answer.status() == 200) {
            answer.body().get("items").forEach(this::take);
        } else if (answer.is("log-went-back")) {
            restart();
        } else if (answer.status() != 503) {
            synchronized (entries) {
                findings.add("a follower was told by " + replica.name() + ": " + answer);
            }
        }
        return answer.status() == 200;
    }

    private void take(JsonNode entry) {
        synchronized (entries) {
            if (entry.get("seq").asLong() != entries.size() + 1) {
                findings.add("a follower got " + entry + " after entry " + entries.size());
            }
            entries.add(entry);
        }
    }

    private void restart() {
        synchronized (entries) {
            entries.clear();
            restarts++;
        }
    }

    private String next() {
        synchronized (entries) {
            var at = entries.isEmpty()
                    ? ""
                    : "&at=" + entries.getLast().get("at").asText();
            return "/mlm/changes?wait=%d&after=%d%s".formatted(WAIT_SECONDS, entries.size(), at);
        }
    }

    private int seq() {
        synchronized (entries) {
            return entries.size();
        }
    }

    /// How often it was told to begin again.
    public int restarts() {
        synchronized (entries) {
            return restarts;
        }
    }

    /// Holds what it was told against the log.
    void compare(LogRows log, List<String> all) {
        if (!Wait.holdsWithin(UP_TO_DATE_WITHIN, () -> seq() >= log.seq())) {
            all.add("a follower has %d entries of %d".formatted(seq(), log.seq()));
            return;
        }
        synchronized (entries) {
            all.addAll(findings);
            log.entries().stream()
                    .filter(entry -> !isSame(entry, entries.get((int) entry.seq() - 1)))
                    .forEach(entry -> all.add(
                            "a follower was told " + entries.get((int) entry.seq() - 1) + ", and there is " + entry));
        }
    }

    private static boolean isSame(Entry entry, JsonNode told) {
        return told.path("kind").asText().equals(entry.kind())
                && told.path("user_id").asText("").equals(entry.member())
                && told.path("sponsor_id").asText("").equals(entry.sponsor())
                && told.path("parent_id").asText("").equals(entry.parent())
                && told.path("position").asInt(0) == entry.position()
                && told.path("reason").asText("").equals(entry.reason());
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
