package io.upline.client.faults.audit;

import io.upline.client.faults.audit.BonusRows.Event;
import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// What was paid against the built-in plan: 10, 5, 2 and 1 along the placement tree, once for each reference and once
/// for each referral.
final class BonusAudit {
    private static final List<BigDecimal> AMOUNTS =
            Stream.of("10.00", "5.00", "2.00", "1.00").map(BigDecimal::new).toList();

    private final BonusRows rows;
    private final SpilloverModel model;
    private final List<String> findings;

    BonusAudit(BonusRows rows, SpilloverModel model, List<String> findings) {
        this.rows = rows;
        this.model = model;
        this.findings = findings;
    }

    void compare(Acknowledgements acknowledged) {
        var keys = new HashSet<String>();
        for (var event : rows.events().values()) {
            if (!keys.add(event.trigger() + " " + event.onceKey())) {
                findings.add("paid twice: " + event);
            }
            if (!model.has(event.source()) || !event.bonuses().equals(due(event))) {
                findings.add("paid wrongly: " + event);
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

    private List<String> due(Event event) {
        var due = new ArrayList<String>();
        var earner = model.of(event.source()).parent();
        for (var amount : AMOUNTS) {
            if (earner != null) {
                due.add(BonusRows.text(earner.id(), amount));
                earner = earner.parent();
            }
        }
        return due;
    }
}
