package io.upline.service.adjustment;

import com.fasterxml.jackson.core.JsonGenerator;
import io.upline.engine.ledger.Adjustment;
import io.upline.engine.plan.Plan;
import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.ledger.Debts;
import io.upline.service.ledger.Postings;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What becomes of an adjustment, each step in the caller's transaction, with its posting and its entry in the audit.
/// The only way to write one.
@ApplicationScoped
class AdjustmentSteps {
    private final AuditWriter audit;

    AdjustmentSteps(AuditWriter audit) {
        this.audit = audit;
    }

    /// Posts it at once, or lets it wait for another person when it is above the plan's limit.
    ///
    /// @param adjustment in the plan's currency
    StoredAdjustment ask(Connection connection, Adjustment adjustment, String reason, Plan plan, Author author)
            throws SQLException {
        var mustWait = plan.approvalLimit().filter(adjustment::needsApproval).isPresent();
        var status = mustWait ? AdjustmentStatus.WAITING : AdjustmentStatus.POSTED;
        var nowMicros = Database.nowMicros(connection);
        var id = TimeOrderedIds.single(nowMicros);
        AdjustmentTable.add(connection, id, adjustment, reason, status, Asker.of(author), nowMicros);
        if (status == AdjustmentStatus.POSTED) {
            post(connection, id, adjustment, nowMicros);
        }
        var added = AdjustmentTable.find(connection, id).orElseThrow();
        write(connection, author, mustWait ? Act.ADJUSTMENT_ASKED : Act.ADJUSTMENT_POSTED, null, added);
        return added;
    }

    /// Decides one that waits, once; the same decision again changes nothing.
    ///
    /// @return as it is then; empty when there is none of that id
    /// @throws io.upline.service.platform.http.problem.Problem 409 when it was decided otherwise, or may not be
    ///     decided so by the author
    Optional<StoredAdjustment> decide(Connection connection, UUID id, Decision decision, Author author)
            throws SQLException {
        var locked = AdjustmentTable.lock(connection, id);
        if (locked.isPresent() && !locked.get().is(decision)) {
            decide(connection, locked.get(), decision, author);
            return AdjustmentTable.find(connection, id);
        }
        return locked;
    }

    private void decide(Connection connection, StoredAdjustment waiting, Decision decision, Author author)
            throws SQLException {
        waiting.requireWaiting(decision);
        var nowMicros = Database.nowMicros(connection);
        if (decision == Decision.APPROVED) {
            waiting.requireAnotherThanAsked(Asker.of(author));
            post(connection, waiting.id(), waiting.adjustment(), nowMicros);
        }
        AdjustmentTable.decide(connection, waiting.id(), decision.after(), nowMicros);
        var decided = AdjustmentTable.find(connection, waiting.id()).orElseThrow();
        write(connection, author, decision.act(), waiting.status(), decided);
    }

    private static void post(Connection connection, UUID id, Adjustment adjustment, long nowMicros)
            throws SQLException {
        var posting = adjustment.posting();
        var postings = new Postings();
        postings.ofAdjustment(id, posting);
        postings.write(connection, nowMicros);
        var debts = Debts.unread();
        debts.apply(posting);
        debts.write(connection);
    }

    private void write(
            Connection connection, Author author, Act act, @Nullable AdjustmentStatus before, StoredAdjustment after)
            throws SQLException {
        var deed = Deed.to(after.adjustment().member(), act, json -> {
            json.writeStringField("adjustment", after.id().toString());
            AdjustmentJson.writeWhat(json, after);
            status(json, "before", before);
            status(json, "after", after.status());
        });
        audit.write(connection, author, deed, Database.nowMicros(connection));
    }

    private static void status(JsonGenerator json, String when, @Nullable AdjustmentStatus status) throws IOException {
        json.writeObjectFieldStart(when);
        json.writeStringField("status", status == null ? null : status.word());
        json.writeEndObject();
    }
}
