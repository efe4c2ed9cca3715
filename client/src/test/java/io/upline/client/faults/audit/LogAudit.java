package io.upline.client.faults.audit;

import io.upline.client.faults.audit.LogRows.Birth;
import io.upline.client.faults.load.Acknowledged;
import io.upline.client.faults.load.Acknowledgements;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The log against its own rules and against what was acknowledged.
final class LogAudit {
    private final LogRows log;
    private final List<String> findings;

    LogAudit(LogRows log, List<String> findings) {
        this.log = log;
        this.findings = findings;
    }

    /// Lets everybody join the model in the order of the log, and compares place by place.
    SpilloverModel replay() {
        requireNoGaps();
        requireNumbers();
        requireTimeGoesOn();
        var model = new SpilloverModel(log.width());
        log.births().forEach(birth -> join(model, birth));
        requireWidth();
        return model;
    }

    private void join(SpilloverModel model, Birth birth) {
        if (model.has(birth.id())) {
            findings.add(birth + " is in the log twice");
        } else if (!birth.sponsor().isEmpty() && !model.has(birth.sponsor())) {
            findings.add(birth + " came before its sponsor");
        } else {
            compare(birth, model.join(birth.id(), birth.sponsor()));
        }
    }

    private void compare(Birth birth, SpilloverModel.Node node) {
        var parent = node.parent() == null ? null : node.parent().id();
        if (!Objects.equals(parent, birth.parent()) || node.position() != birth.position()) {
            findings.add("%s should be under %s at %d".formatted(birth, parent, node.position()));
        }
    }

    private void requireNoGaps() {
        var seqs = new HashSet<Long>(log.changes());
        log.births().forEach(birth -> seqs.add(birth.seq()));
        var births = log.births().size();
        var rows = births + log.changes().size();
        if (seqs.size() != rows || log.seq() != rows || log.members() != births) {
            findings.add("the counters say seq %d and %d members; there are %d places in %d rows, %d births"
                    .formatted(log.seq(), log.members(), seqs.size(), rows, births));
        }
    }

    private void requireNumbers() {
        for (int i = 0; i < log.births().size(); i++) {
            if (log.births().get(i).number() != i + 1) {
                findings.add(log.births().get(i) + " should have the number " + (i + 1));
                return;
            }
        }
    }

    private void requireTimeGoesOn() {
        for (int i = 1; i < log.births().size(); i++) {
            if (log.births().get(i).recordedMicros() < log.births().get(i - 1).recordedMicros()) {
                findings.add("time went back at " + log.births().get(i));
            }
        }
    }

    private void requireWidth() {
        Map<String, Integer> children = new HashMap<>();
        log.births().stream()
                .filter(birth -> birth.parent() != null)
                .forEach(birth -> children.merge(String.valueOf(birth.parent()), 1, Integer::sum));
        children.forEach((id, count) -> {
            if (count > log.width()) {
                findings.add(id + " has " + count + " children");
            }
        });
    }

    /// Everybody acknowledged is there, and where it was said.
    static void compare(LogRows log, Acknowledgements acknowledged, List<String> findings) {
        var births = new HashMap<String, Birth>();
        log.births().forEach(birth -> births.put(birth.id(), birth));
        for (var member : acknowledged.members()) {
            var birth = births.get(member.id());
            if (birth == null) {
                findings.add(member + " was acknowledged and is not there");
            } else if (!isSame(member, birth)) {
                findings.add(member + " was acknowledged, and there is " + birth);
            }
        }
        acknowledged.alreadyMembers().stream()
                .filter(id -> !births.containsKey(id))
                .forEach(id -> findings.add(id + " was called a member already and is none"));
    }

    private static boolean isSame(Acknowledged member, Birth birth) {
        return member.seq() == birth.seq()
                && member.sponsor().equals(birth.sponsor())
                && Objects.equals(member.parent(), birth.parent())
                && member.position() == birth.position();
    }
}
