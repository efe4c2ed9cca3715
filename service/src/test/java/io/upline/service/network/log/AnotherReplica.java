package io.upline.service.network.log;

import io.upline.service.audit.Act;
import io.upline.service.audit.AuditEntry;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Deed;
import io.upline.service.audit.SeqRanges;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Authors;
import java.util.List;
import java.util.UUID;

/// Writes to the log as another replica of the service would: the one under test learns of it only from there.
public final class AnotherReplica {
    private AnotherReplica() {}

    /// Registers a root and returns its id.
    public static String newRoot(Database database) {
        var id = UUID.randomUUID();
        return database.transaction(connection -> {
            NetworkLog.lock(connection);
            var head = NetworkLog.read(connection);
            var births = new Births();
            births.addRoot(id, head.nowMicros());
            if (!NetworkLog.append(connection, head, births, authorOfNext(head))) {
                throw new AssertionError("refused under the lock");
            }
            return id.toString();
        });
    }

    /// What is written of somebody who lets the next member join.
    public static List<AuditEntry> authorOfNext(NetworkLog.Head head) {
        var births = new SeqRanges();
        births.add(head.seq() + 1);
        var deed = Deed.births(Act.REGISTERED, births);
        return List.of(new AuditWriter().entry(Authors.SOMEBODY, deed, head.nowMicros()));
    }

    /// Puts another plan in force and returns the document of the one before.
    public static String activatePlan(Database database, String document) {
        return database.transaction(connection -> {
            var head = NetworkLog.lock(connection);
            var version = PlanLog.timeline(connection).newest() + 1;
            var before = PlanLog.document(connection, version - 1);
            PlanLog.store(connection, version, document, head.nowMicros());
            PlanLog.append(connection, new LogEntry.PlanActivated(head.seq() + 1, version, head.nowMicros()));
            var deed = Deed.toAll(Act.PLAN_ACTIVATED, json -> json.writeNumberField("seq", head.seq() + 1));
            new AuditWriter().write(connection, Authors.SOMEBODY, deed, head.nowMicros());
            return before;
        });
    }
}
