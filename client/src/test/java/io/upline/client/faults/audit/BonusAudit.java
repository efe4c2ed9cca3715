package io.upline.client.faults.audit;

import io.upline.client.faults.audit.BonusRows.Event;
import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was paid against the built-in plan: 10, 5, 2 and 1 along the placement tree as it was then, nothing to
/// whoever was suspended, once for each reference and once for each referral.
final class BonusAudit {
    private static final List<BigDecimal> AMOUNTS =
            Stream.of("10.00", "5.00", "2.00", "1.00").map(BigDecimal::new).toList();

    private final BonusRows rows;
    private final Map<Long, List<Event>> byPlace;
    private final SpilloverModel model;
    private final List<String> findings;

    BonusAudit(BonusRows rows, SpilloverModel model, List<String> findings) {
        this.rows = rows;
        this.byPlace = rows.events().values().stream().collect(Collectors.groupingBy(Event::asOf));
        this.model = model;
        this.findings = findings;
    }

    /// Compares what was paid when the network was as the model is now.
    void compareAsOf(long seq) {
        for (var event : byPlace.getOrDefault(seq, List.of())) {
            if (!model.has(event.source()) || !event.bonuses().equals(due(event))) {
                findings.add("paid wrongly: " + event);
            }
        }
    }

    private List<String> due(Event event) {
        var due = new ArrayList<String>();
        var earner = model.of(event.source()).parent();
        for (var amount : AMOUNTS) {
            if (earner != null) {
                if (!earner.isSuspended()) {
                    due.add(BonusRows.text(earner.id(), amount));
                }
                earner = earner.parent();
            }
        }
        return due;
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
