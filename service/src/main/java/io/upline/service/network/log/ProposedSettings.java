package io.upline.service.network.log;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.network.command.Proposal;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.text.Sha256;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/// Compares the configuration with what is in force, and appends what differs to the log.
public final class ProposedSettings {
    private static final Logger LOG = Logger.getLogger(ProposedSettings.class);

    private static final int NONE_YET = 0;

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
        if (head.width() != proposal.width()) {
            NetworkLog.appendWidth(connection, head, proposal.width());
            audit(connection, head, widthChanged(head, proposal.width()));
            LOG.infof(
                    head.width() == 0 ? "Width is %d." : "Width is now %d; it was %d.", proposal.width(), head.width());
        }
        if (!proposal.planDocument().equals(NetworkLog.planDocument(connection, head.planVersion()))) {
            var version = head.planVersion() + 1;
            var locked = NetworkLog.lock(connection);
            NetworkLog.appendPlan(connection, locked, version, proposal.planDocument());
            audit(connection, locked, planActivated(locked, version, proposal.planDocument()));
            LOG.infof("Version %d of the compensation plan is now in force.", version);
        }
    }

    private static void audit(Connection connection, NetworkLog.Head head, Deed deed) throws SQLException {
        new AuditWriter().write(connection, Author.CONFIGURATION, deed, head.nowMicros());
    }

    private static Deed widthChanged(NetworkLog.Head head, int width) {
        return Deed.toAll(Act.WIDTH_CHANGED, json -> change(json, head.seq() + 1, "width", head.width(), width));
    }

    private static Deed planActivated(NetworkLog.Head head, int version, String document) {
        return Deed.toAll(Act.PLAN_ACTIVATED, json -> {
            change(json, head.seq() + 1, "plan_version", head.planVersion(), version);
            json.writeStringField("document_sha256", Sha256.hex(document));
        });
    }

    private static void change(JsonGenerator json, long seq, String what, int before, int after) throws IOException {
        json.writeNumberField("seq", seq);
        json.writeObjectFieldStart("before");
        json.writeObjectField(what, before == NONE_YET ? null : before);
        json.writeEndObject();
        json.writeObjectFieldStart("after");
        json.writeNumberField(what, after);
        json.writeEndObject();
    }
}
