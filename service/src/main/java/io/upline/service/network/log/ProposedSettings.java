package io.upline.service.network.log;

import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.network.command.PlanTimeline;
import io.upline.service.network.command.Proposal;
import io.upline.service.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;

/// Appends to the log what the configuration proposes: the width where it differs, and the first plan of all.
public final class ProposedSettings {
    private static final Logger LOG = Logger.getLogger(ProposedSettings.class);

    private static final int NONE_YET = 0;
    private static final int FIRST = 1;

    private ProposedSettings() {}

    /// Does so in one transaction, under the lock that orders all writers.
    public static void bringInForce(Database database, Proposal proposal) throws SQLException {
        database.transaction(connection -> {
            bringInForce(connection, proposal);
            return proposal;
        });
    }

    private static void bringInForce(Connection connection, Proposal proposal) throws SQLException {
        var head = NetworkLog.lock(connection);
        var width = proposedWidth(head, proposal);
        if (width.isPresent() && width.getAsInt() != head.width()) {
            changeWidth(connection, head, width.getAsInt());
        }
        if (PlanLog.timeline(connection).equals(PlanTimeline.EMPTY)) {
            seed(connection, NetworkLog.lock(connection), proposal.planDocument());
        }
    }

    private static OptionalInt proposedWidth(NetworkLog.Head head, Proposal proposal) {
        return proposal.width().isEmpty() && head.width() == NONE_YET
                ? OptionalInt.of(proposal.planWidth())
                : proposal.width();
    }

    private static void changeWidth(Connection connection, NetworkLog.Head head, int width) throws SQLException {
        NetworkLog.appendWidth(connection, head, width);
        audit(connection, head, SettingDeeds.width(head, width));
        LOG.infof(head.width() == NONE_YET ? "Width is %d." : "Width is now %d; it was %d.", width, head.width());
    }

    private static void seed(Connection connection, NetworkLog.Head head, String document) throws SQLException {
        var entry = new LogEntry.PlanActivated(head.seq() + 1, FIRST, head.nowMicros());
        var version = PlanLog.after(PlanTimeline.EMPTY, entry).versions().getFirst();
        PlanLog.store(connection, FIRST, document, head.nowMicros());
        PlanLog.append(connection, entry);
        audit(connection, head, SettingDeeds.plan(Act.PLAN_ACTIVATED, Optional.empty(), version, document));
        LOG.info("The compensation plan of the configuration is version 1, and in force.");
    }

    private static void audit(Connection connection, NetworkLog.Head head, Deed deed) throws SQLException {
        new AuditWriter().write(connection, Author.CONFIGURATION, deed, head.nowMicros());
    }
}
