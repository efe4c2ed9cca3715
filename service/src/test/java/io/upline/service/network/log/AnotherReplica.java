package io.upline.service.network.log;

import io.upline.service.platform.database.Database;
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
            if (!NetworkLog.append(connection, head, births, List.of())) {
                throw new AssertionError("refused under the lock");
            }
            return id.toString();
        });
    }

    /// Puts another plan in force and returns the document of the one before.
    public static String activatePlan(Database database, String document) {
        return database.transaction(connection -> {
            var head = NetworkLog.lock(connection);
            var before = NetworkLog.planDocument(connection, head.planVersion());
            NetworkLog.appendPlan(connection, head, head.planVersion() + 1, document);
            return before;
        });
    }
}
