package io.upline.service.network.writing;

import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.network.command.ActivatedPlan;
import io.upline.service.network.command.PlanActivation;
import io.upline.service.network.command.PlanTimeline;
import io.upline.service.network.command.PlanTimeline.Version;
import io.upline.service.network.log.LogEntry;
import io.upline.service.network.log.NetworkLog;
import io.upline.service.network.log.PlanLog;
import io.upline.service.network.log.SettingDeeds;
import io.upline.service.network.rule.PlanRule;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.idempotency.Answer;
import io.upline.service.platform.idempotency.KeyedWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/// Changes the versions of the compensation plan, under the lock that orders all writers. That is rare, so it is
/// done as another replica would do it: memory learns of it by following the log.
public final class PlanWriter {
    private final Database database;
    private final AuditWriter audit = new AuditWriter();

    /// Writes to `database`.
    public PlanWriter(Database database) {
        this.database = database;
    }

    /// Puts another version in force, at once or later, and keeps the answer under the request's key. Blocks.
    ///
    /// @param reply how the answer is written, which may be while all writers wait
    /// @throws io.upline.service.platform.http.problem.Problem 422 for a time that is over, and for
    ///     another width at a later time; 409 for another width while a version is scheduled
    public Answer activate(PlanActivation activation, Function<ActivatedPlan, String> reply) {
        return database.transaction(connection -> {
            // First the lock, then the kept replies: as in every batch.
            var head = NetworkLog.lock(connection);
            return KeyedWork.within(
                    connection, activation.key(), _ -> reply.apply(activated(connection, head, activation)));
        });
    }

    /// Does the same and takes it back: the same refusals, and the answer that there would be. Blocks.
    public Answer rehearse(PlanActivation activation, Function<ActivatedPlan, String> reply) {
        var activated =
                database.rehearsal(connection -> activated(connection, NetworkLog.lock(connection), activation));
        return Answer.fresh(reply.apply(activated));
    }

    private ActivatedPlan activated(Connection connection, NetworkLog.Head head, PlanActivation activation)
            throws SQLException {
        var timeline = PlanLog.timeline(connection);
        var effectiveAt = PlanRule.effectiveAt(activation, head.nowMicros());
        PlanRule.requireWidth(activation, head.width(), timeline, head.nowMicros());
        var before = timeline.inForce(effectiveAt).orElseThrow();
        var document = PlanLog.document(connection, before.number());
        if (document.equals(activation.document()) && activation.width() == head.width()) {
            return new ActivatedPlan(before, false, before, document, head.width());
        }
        var widened = widened(connection, head, activation);
        var after = appended(connection, widened, timeline, activation);
        var act = activation.effectiveAtMicros().isPresent() ? Act.PLAN_SCHEDULED : Act.PLAN_ACTIVATED;
        var deed = SettingDeeds.plan(act, Optional.of(before), after, activation.document());
        audit.write(connection, activation.author(), deed, after.recordedAtMicros());
        return new ActivatedPlan(after, true, before, document, head.width());
    }

    /// The head of the log in which the plan's width is in force.
    private NetworkLog.Head widened(Connection connection, NetworkLog.Head head, PlanActivation activation)
            throws SQLException {
        if (activation.width() == head.width()) {
            return head;
        }
        NetworkLog.appendWidth(connection, head, activation.width());
        var deed = SettingDeeds.width(head, activation.width());
        audit.write(connection, activation.author(), deed, head.nowMicros());
        return NetworkLog.lock(connection);
    }

    private static Version appended(
            Connection connection, NetworkLog.Head head, PlanTimeline timeline, PlanActivation activation)
            throws SQLException {
        var number = timeline.newest() + 1;
        var seq = head.seq() + 1;
        var entry = activation
                .effectiveAtMicros()
                .<LogEntry.OfPlan>map(at -> new LogEntry.PlanScheduled(seq, number, head.nowMicros(), at))
                .orElseGet(() -> new LogEntry.PlanActivated(seq, number, head.nowMicros()));
        PlanLog.store(connection, number, activation.document(), head.nowMicros());
        PlanLog.append(connection, entry);
        return PlanLog.after(timeline, entry).find(number).orElseThrow();
    }

    /// Withdraws a version that is not in force yet; doing so again changes nothing. Blocks.
    ///
    /// @throws io.upline.service.platform.http.problem.Problem 404 for an unknown version, 409 for
    ///     one that is or was in force
    public Version withdraw(int number, Author author) {
        return database.transaction(connection -> {
            var head = NetworkLog.lock(connection);
            var timeline = PlanLog.timeline(connection);
            var version = PlanRule.withdrawable(timeline, number, head.nowMicros());
            return version.isWithdrawn() ? version : withdrawn(connection, head, timeline, author, version);
        });
    }

    private Version withdrawn(
            Connection connection, NetworkLog.Head head, PlanTimeline timeline, Author author, Version version)
            throws SQLException {
        var entry = new LogEntry.PlanWithdrawn(head.seq() + 1, version.number(), head.nowMicros());
        PlanLog.append(connection, entry);
        var after = PlanLog.after(timeline, entry);
        var instead = after.inForce(version.effectiveAtMicros());
        audit.write(connection, author, SettingDeeds.withdrawal(entry.seq(), version, instead), entry.atMicros());
        return after.find(version.number()).orElseThrow();
    }
}
