package io.upline.service.bonus.distribution;

import io.upline.engine.bonus.Earning;
import io.upline.engine.bonus.Reason;
import io.upline.engine.bonus.Reason.PercentOfAmount;
import io.upline.engine.money.Money;
import io.upline.engine.plan.Trigger;
import io.upline.service.audit.AuditWriter;
import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.BonusStatus;
import io.upline.service.bonus.distribution.event.BonusEvent;
import io.upline.service.bonus.distribution.event.Calculation;
import io.upline.service.bonus.distribution.event.Distribution;
import io.upline.service.bonus.distribution.event.DistributionRequest;
import io.upline.service.bonus.distribution.event.Grounds;
import io.upline.service.bonus.distribution.event.Occurrence;
import io.upline.service.bonus.distribution.event.OnceKey;
import io.upline.service.bonus.distribution.table.EarningTable;
import io.upline.service.bonus.distribution.table.EventTable;
import io.upline.service.bonus.distribution.table.OnceTable;
import io.upline.service.bonus.distribution.table.PaidBefore;
import io.upline.service.network.stored.Traces;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.database.TimeOrderedIds;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.idempotency.Answer;
import io.upline.service.platform.idempotency.StoredReplies;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One batch: what each request comes to, and what has to be written for it. Decided before anything is written; a
/// request that can't be done is refused alone.
final class DistributionBatch {
    private final Grounds grounds;
    private final StoredReplies replies;
    private final PaidBefore paidBefore;
    private final TimeOrderedIds ids;
    private final EventTable events;
    private final EarningTable earnings;
    private final EventAuthors authors = new EventAuthors();
    private final TreeMap<OnceKey, UUID> keys = new TreeMap<>();
    private final List<Outcome<Answer>> outcomes = new ArrayList<>();

    /// An empty batch, to [#decide(DistributionRequest)] requests in.
    DistributionBatch(Grounds grounds, StoredReplies replies, PaidBefore paidBefore, TimeOrderedIds ids) {
        this.grounds = grounds;
        this.replies = replies;
        this.paidBefore = paidBefore;
        this.ids = ids;
        this.events = new EventTable(grounds);
        this.earnings = new EarningTable(grounds);
    }

    void decide(DistributionRequest request) {
        try {
            outcomes.add(new Outcome.Done<>(answer(request)));
        } catch (Problem refusal) {
            outcomes.add(new Outcome.Refused<>(refusal));
        }
    }

    private Answer answer(DistributionRequest request) {
        var kept = request.key().flatMap(replies::of);
        if (kept.isPresent()) {
            return Answer.kept(kept.get());
        }
        var once = grounds.keysOf(request);
        // First of all: what was paid stays paid, also by a plan that has no such trigger or another currency now.
        var before = paidBefore.of(request, once);
        if (request.isDry()) {
            return Answer.fresh(DistributionJson.dry(before.orElseGet(() -> foreseen(grounds.occurrence(request)))));
        }
        var distribution = before.orElseGet(() -> distribute(grounds.occurrence(request), once));
        var body = DistributionJson.text(distribution);
        request.key().ifPresent(key -> replies.add(key, body));
        return Answer.fresh(body);
    }

    private Distribution foreseen(Occurrence occurrence) {
        return distribution(occurrence, grounds.calculation(occurrence));
    }

    private Distribution distribute(Occurrence occurrence, List<OnceKey> once) {
        var calculation = grounds.calculation(occurrence);
        var distribution = distribution(occurrence, calculation);
        var event = distribution.event();
        events.add(event, occurrence.source());
        authors.add(occurrence.request().author(), event.id());
        once.forEach(key -> keys.put(key, event.id()));
        for (int i = 0; i < distribution.bonuses().size(); i++) {
            earnings.add(distribution.bonuses().get(i), calculation.earnings().get(i), occurrence.source());
        }
        paidBefore.add(once, distribution);
        return distribution;
    }

    /// What an occurrence comes to that wasn't paid before; nothing is added to the batch.
    private Distribution distribution(Occurrence occurrence, Calculation calculation) {
        var event = event(occurrence, calculation.asOf());
        var bonuses = calculation.earnings().stream()
                .map(earning -> bonus(event, occurrence.trigger(), earning))
                .toList();
        return new Distribution(event, bonuses, false);
    }

    private BonusEvent event(Occurrence occurrence, long asOf) {
        var amount = occurrence.amount();
        return new BonusEvent(
                ids.next(grounds.nowMicros()),
                occurrence.trigger().name(),
                occurrence.request().sourceId(),
                occurrence.request().reference().orElse(null),
                amount == null ? null : amount.amount(),
                grounds.inForce().plan().currency().code(),
                grounds.inForce().version(),
                asOf,
                grounds.nowMicros());
    }

    private Bonus bonus(BonusEvent event, Trigger trigger, Earning earning) {
        return new Bonus(
                ids.next(event.createdAtMicros()),
                grounds.tree().userId(earning.earner()),
                event.sourceId(),
                earning.level(),
                earning.amount().amount(),
                event.triggerType(),
                Money.zero(earning.amount().currency()).amount(),
                BonusStatus.PENDING,
                event.createdAtMicros(),
                heldUntil(event, trigger),
                null,
                event.id(),
                earning.rule(),
                earning.line().name().toLowerCase(Locale.ROOT),
                base(earning.reason()),
                rate(earning.reason()),
                event.currency(),
                event.planVersion());
    }

    private static @Nullable Long heldUntil(BonusEvent event, Trigger trigger) {
        return trigger.holdDays() == 0
                ? null
                : Long.valueOf(event.createdAtMicros() + TimeUnit.DAYS.toMicros(trigger.holdDays()));
    }

    private static @Nullable BigDecimal base(Reason reason) {
        return switch (reason) {
            case Reason.FixedAmount() -> null;
            case PercentOfAmount percent -> percent.base().amount();
        };
    }

    private static @Nullable BigDecimal rate(Reason reason) {
        return switch (reason) {
            case Reason.FixedAmount() -> null;
            case PercentOfAmount percent -> percent.rate().value();
        };
    }

    List<Outcome<Answer>> outcomes() {
        return outcomes;
    }

    /// Writes everything. The events come first: their ids are this batch's own, so they tell whether an earlier
    /// try of it was committed.
    ///
    /// @return false when it was, and nothing was left to write
    /// @throws SQLException of the kind [Failure#CONTENTION] when another replica was faster with a key
    boolean write(Connection connection, AuditWriter audit) throws SQLException {
        if (!events.isEmpty()) {
            if (!events.write(connection)) {
                return false;
            }
            if (!keys.isEmpty() && OnceTable.take(connection, keys) < keys.size()) {
                throw Failure.contention("Another replica paid one of the events meanwhile.");
            }
            earnings.write(connection);
            authors.write(connection, audit, grounds.nowMicros());
        }
        replies.write(connection);
        if ((events.mayNameSomebody() || !replies.isEmpty()) && Traces.areErasedAfter(connection, grounds.asOf())) {
            throw Failure.contention("Somebody was forgotten meanwhile, whom this may name.");
        }
        return true;
    }
}
