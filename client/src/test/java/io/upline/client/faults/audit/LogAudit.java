package io.upline.client.faults.audit;

import io.upline.client.faults.audit.LogRows.Entry;
import io.upline.client.faults.audit.LogRows.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/// The log against its own rules: replayed entry by entry in the model, which then has to be what `member` says.
final class LogAudit {
    private final LogRows log;
    private final List<String> findings;
    private final SpilloverModel model;

    LogAudit(LogRows log, List<String> findings) {
        this.log = log;
        this.findings = findings;
        this.model = new SpilloverModel(log.width());
    }

    SpilloverModel model() {
        return model;
    }

    /// Replays the log.
    ///
    /// @param afterEach told every entry's place when the model stands there
    void replay(LongConsumer afterEach) {
        requireNoGaps();
        requireTimeGoesOn();
        for (var entry : log.entries()) {
            take(entry);
            afterEach.accept(entry.seq());
        }
        requireWidth();
        log.standings().forEach(this::compare);
    }

    private void take(Entry entry) {
        switch (entry.kind()) {
            case "born" -> join(entry);
            case "moved" -> move(entry);
            case "suspended" -> model.suspend(entry.member());
            case "reinstated" -> model.reinstate(entry.member());
            // Every entry names members by the ids of now, which the forgotten have had since their births.
            case "width_changed", "plan_activated", "plan_scheduled", "plan_withdrawn", "forgotten" -> {}
            default -> findings.add("of no known kind: " + entry);
        }
    }

    private void join(Entry birth) {
        if (model.has(birth.member())) {
            findings.add(birth + " is in the log twice");
        } else if (!birth.sponsor().isEmpty() && !model.has(birth.sponsor())) {
            findings.add(birth + " came before its sponsor");
        } else {
            requireActiveSponsor(birth);
            compare(birth, model.join(birth.member(), birth.sponsor()));
        }
    }

    private void move(Entry move) {
        if (!move.parent().isEmpty() && !model.move(move.member(), move.parent(), move.position())) {
            findings.add("can't be done: " + move);
        }
        if (!move.sponsor().isEmpty()) {
            requireActiveSponsor(move);
            model.changeSponsor(move.member(), move.sponsor());
        }
    }

    private void requireActiveSponsor(Entry entry) {
        if (!entry.sponsor().isEmpty() && model.of(entry.sponsor()).isSuspended()) {
            findings.add("the sponsor is suspended: " + entry);
        }
    }

    private void compare(Entry birth, SpilloverModel.Node node) {
        if (!parentOf(node).equals(birth.parent()) || node.position() != birth.position()) {
            findings.add("%s should be under %s at %d".formatted(birth, parentOf(node), node.position()));
        }
    }

    private void compare(Standing standing) {
        var node = model.of(standing.id());
        var sponsor = node.sponsor();
        var expected = new Standing(
                standing.number(),
                node.id(),
                sponsor == null ? "" : sponsor,
                parentOf(node),
                node.position(),
                node.isSuspended());
        if (!standing.equals(expected)) {
            findings.add("the log makes %s, and there is %s".formatted(expected, standing));
        }
    }

    private static String parentOf(SpilloverModel.Node node) {
        var parent = node.parent();
        return parent == null ? "" : parent.id();
    }

    private void requireNoGaps() {
        var births = log.births().size();
        if (log.seq() != log.entries().size()
                || log.members() != births
                || births != log.standings().size()) {
            findings.add("the counters say seq %d and %d members; there are %d entries, %d births"
                    .formatted(log.seq(), log.members(), log.entries().size(), births));
        }
        for (int i = 0; i < log.entries().size(); i++) {
            if (log.entries().get(i).seq() != i + 1) {
                findings.add("a gap before " + log.entries().get(i));
                return;
            }
        }
    }

    private void requireTimeGoesOn() {
        for (int i = 1; i < log.entries().size(); i++) {
            if (log.entries().get(i).recordedMicros() < log.entries().get(i - 1).recordedMicros()) {
                findings.add("time went back at " + log.entries().get(i));
            }
        }
    }

    private void requireWidth() {
        Map<String, Integer> children = new HashMap<>();
        log.standings().forEach(standing -> children.merge(standing.parent(), 1, Integer::sum));
        children.forEach((id, count) -> {
            if (!id.isEmpty() && count > log.width()) {
                findings.add(id + " has " + count + " children");
            }
        });
    }
}
