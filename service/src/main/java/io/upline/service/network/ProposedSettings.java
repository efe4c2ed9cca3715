package io.upline.service.network;

import io.upline.service.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/// Compares the configuration with what is in force, and appends what differs to the log.
final class ProposedSettings {
    private static final Logger LOG = Logger.getLogger(ProposedSettings.class);

    private ProposedSettings() {}

    static void bringInForce(Database database, Proposal proposal) throws SQLException {
        database.transaction(connection -> {
            bringInForce(connection, proposal);
            return proposal;
        });
    }

    private static void bringInForce(Connection connection, Proposal proposal) throws SQLException {
        var head = NetworkLog.lock(connection);
        if (head.width() != proposal.width()) {
            NetworkLog.appendWidth(connection, head, proposal.width());
            LOG.infof(
                    head.width() == 0 ? "Width is %d." : "Width is now %d; it was %d.", proposal.width(), head.width());
        }
        if (!proposal.planDocument().equals(NetworkLog.planDocument(connection, head.planVersion()))) {
            var version = head.planVersion() + 1;
            NetworkLog.appendPlan(connection, NetworkLog.lock(connection), version, proposal.planDocument());
            LOG.infof("Version %d of the compensation plan is now in force.", version);
        }
    }
}
