package io.upline.client.faults.audit;

import io.upline.client.faults.audit.LogRows.Entry;
import io.upline.client.faults.load.Acknowledged;
import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.faults.load.Changed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The log against what was acknowledged: all of it is there, as it was said, and nothing that was refused.
final class AcknowledgedAudit {
    private final Map<String, Entry> births = new HashMap<>();
    private final Map<String, Entry> changes = new HashMap<>();
    private final List<String> findings;

    AcknowledgedAudit(LogRows log, List<String> findings) {
        this.findings = findings;
        for (var entry : log.entries()) {
            if (entry.isBirth()) {
                births.put(entry.member(), entry);
            } else if (!entry.reason().isEmpty() && changes.put(entry.reason(), entry) != null) {
                findings.add("done twice: " + entry);
            }
        }
    }

    void compare(Acknowledgements acknowledged) {
        acknowledged.members().forEach(this::compare);
        acknowledged.changes().forEach(this::compare);
        acknowledged.alreadyMembers().stream()
                .filter(id -> !births.containsKey(id))
                .forEach(id -> findings.add(id + " was called a member already and is none"));
        acknowledged.refusedReasons().stream()
                .filter(changes::containsKey)
                .forEach(reason -> findings.add(changes.get(reason) + " was refused"));
    }

    private void compare(Acknowledged member) {
        var birth = births.get(member.id());
        if (birth == null
                || member.seq() != birth.seq()
                || !member.sponsor().equals(birth.sponsor())
                || !Objects.equals(member.parent(), birth.parentOrNull())
                || member.position() != birth.position()) {
            findings.add(member + " was acknowledged, and there is " + birth);
        }
    }

    private void compare(Changed change) {
        var entry = changes.get(change.reason());
        if (entry == null
                || entry.seq() != change.seq()
                || !entry.member().equals(change.member())
                || !entry.kind().equals(change.kind())) {
            findings.add(change + " was acknowledged, and there is " + entry);
        }
    }
}
