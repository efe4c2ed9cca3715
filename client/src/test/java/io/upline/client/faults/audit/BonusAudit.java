package io.upline.client.faults.audit;

import io.upline.client.faults.audit.BonusRows.Event;
import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Payment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What was paid against the plan, along the lines as they were then, once for each reference and once for each
/// referral.
final class BonusAudit {
    private final NaivePlan plan;
    private final BonusRows rows;
    private final Map<Long, List<Event>> byPlace;
    private final SpilloverModel model;
    private final List<String> findings;

    BonusAudit(NaivePlan plan, BonusRows rows, SpilloverModel model, List<String> findings) {
        this.plan = plan;
        this.rows = rows;
        this.byPlace = rows.events().values().stream().collect(Collectors.groupingBy(Event::asOf));
        this.model = model;
        this.findings = findings;
    }

    /// Compares what was paid when the network was as the model is now.
    void compareAsOf(long seq) {
        for (var event : byPlace.getOrDefault(seq, List.of())) {
            if (!model.has(event.source()) || !event.bonuses().equals(plan.due(event, model))) {
                findings.add("paid wrongly: " + event);
            }
        }
    }

    /// Holds all that was paid against what was acknowledged.
    void compare(Acknowledgements acknowledged) {
        var keys = new HashSet<String>();
        for (var event : rows.events().values()) {
            if (!keys.add(event.trigger() + " " + event.onceKey())) {
                findings.add("paid twice: " + event);
            }
        }
        acknowledged.payments().forEach(this::requireThere);
    }

    private void requireThere(Payment payment) {
        var event = rows.events().get(payment.eventId());
        if (event == null
                || !event.onceKey().equals(payment.onceKey())
                || !event.source().equals(payment.source())) {
            findings.add(payment + " was acknowledged, and there is " + event);
        }
    }
}
