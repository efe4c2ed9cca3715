package io.upline.service.bonus.payment;

import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.bonus.life.LifeTable;
import io.upline.service.bonus.life.Payment;
import io.upline.service.bonus.life.Release;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.job.JobKind;
import io.upline.service.platform.job.JobStep;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;

/// Marks all bonuses paid that were there when it was asked for: as many at once as take less than a second, in the
/// order of their ids. Each chunk has its entry in the audit, so that one that is cancelled leaves what it paid.
@Singleton
class PayAllJob implements JobKind {
    static final String NAME = "mark_all_paid";

    /// Paid in one transaction.
    static final int AT_ONCE = 5_000;

    private final AuditWriter audit;

    PayAllJob(AuditWriter audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobStep step(Connection connection, Chunk chunk) throws SQLException {
        var soFar = chunk.cursor().map(PaidSoFar::read).orElse(PaidSoFar.NOTHING);
        if (Release.due(connection) == Release.AT_ONCE) {
            return new JobStep.GoOn(soFar.text(), chunk.done(), OptionalLong.empty());
        }
        var upTo = UUID.fromString(chunk.request().replace("\"", ""));
        var bonuses = LifeTable.lockPayable(connection, soFar.last(), upTo, AT_ONCE);
        var sums = Payment.pay(connection, bonuses);
        var paid = soFar.plus(bonuses, sums);
        if (!sums.isEmpty()) {
            audit.write(connection, Author.JOB, AllPaid.deed(sums, chunk.job()), Database.nowMicros(connection));
        }
        if (bonuses.size() == AT_ONCE) {
            return new JobStep.GoOn(paid.text(), paid.count(), OptionalLong.empty());
        }
        return new JobStep.Finished(paid.count(), AllPaid.json(paid.count(), LifeTable.held(connection), paid.sums()));
    }
}
