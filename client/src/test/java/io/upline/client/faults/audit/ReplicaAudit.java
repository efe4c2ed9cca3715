package io.upline.client.faults.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.upline.client.faults.load.Exchange;
import io.upline.client.faults.load.Exchange.Reply;
import io.upline.client.process.Replica;
import io.upline.client.testing.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What every replica says about hundreds of members, and about all roots, against the model; and its own check.
final class ReplicaAudit {
    private static final int SAMPLE = 300;
    private static final Duration CATCHES_UP_WITHIN = Duration.ofSeconds(60);
    private static final Duration CHECKED_WITHIN = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final LogRows log;
    private final SpilloverModel model;
    private final List<String> findings;
    private final Exchange exchange = new Exchange();

    ReplicaAudit(LogRows log, SpilloverModel model, List<String> findings) {
        this.log = log;
        this.model = model;
        this.findings = findings;
    }

    void compare(List<Replica> replicas) {
        var downlines = model.downlines();
        var sample = sample();
        for (var replica : replicas) {
            if (!Wait.holdsWithin(CATCHES_UP_WITHIN, () -> isUpToDate(replica, sample.getFirst()))) {
                findings.add(replica.name() + " is not up to date after " + CATCHES_UP_WITHIN);
            }
            for (var node : sample) {
                compare(replica, node, downlines.getOrDefault(node.id(), 0));
            }
            check(replica);
        }
    }

    /// The roots and some of the others, the same every time.
    private List<SpilloverModel.Node> sample() {
        var others = new ArrayList<>(model.all());
        Collections.shuffle(others, new Random(log.seq()));
        var sample = new ArrayList<>(
                others.stream().filter(node -> node.parent() == null).toList());
        sample.addAll(others.subList(0, Math.min(SAMPLE, others.size())));
        return sample;
    }

    private boolean isUpToDate(Replica replica, SpilloverModel.Node anybody) {
        return record(replica, anybody).path("as_of_seq").asLong() == log.seq();
    }

    private JsonNode record(Replica replica, SpilloverModel.Node node) {
        return switch (exchange.get(replica, "/mlm/members/" + node.id())) {
            case Reply.Answer answer -> answer.body();
            case Reply.Silence silence -> MissingNode.getInstance();
        };
    }

    private void compare(Replica replica, SpilloverModel.Node node, int downline) {
        var said = record(replica, node);
        var expected = expected(node, downline);
        if (!found(said).equals(expected)) {
            findings.add(
                    "%s says of %s: %s; expected %s (parent, position, level, frontline, downline, sponsor, suspended)"
                            .formatted(replica.name(), node.id(), said, expected));
        }
    }

    private static String expected(SpilloverModel.Node node, int downline) {
        var parent = node.parent() == null ? "null" : node.parent().id();
        return List.of(
                        parent,
                        node.position(),
                        node.level(),
                        node.children().size(),
                        downline,
                        "" + node.sponsor(),
                        node.isSuspended())
                .toString();
    }

    private static String found(JsonNode said) {
        return List.of(
                        said.path("parent_id").asText(),
                        said.path("position").asInt(0),
                        said.path("level").asInt(),
                        said.path("frontline_count").asInt(),
                        said.path("downline_count").asInt(),
                        said.path("sponsor_id").asText(),
                        said.path("suspended").asBoolean())
                .toString();
    }

    /// The service's own check, asked again while the service can't say.
    private void check(Replica replica) {
        var reply = exchange.get(replica, "/mlm/check");
        var end = System.nanoTime() + CHECKED_WITHIN.toNanos();
        while (reply instanceof Reply.Answer busy && busy.status() == 503 && System.nanoTime() < end) {
            Wait.pass(PAUSE);
            reply = exchange.get(replica, "/mlm/check");
        }
        if (!(reply instanceof Reply.Answer answer && answer.body().path("ok").asBoolean())) {
            findings.add(replica.name() + " checked itself: " + reply);
        }
    }
}
