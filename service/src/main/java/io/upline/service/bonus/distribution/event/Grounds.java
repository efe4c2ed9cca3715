package io.upline.service.bonus.distribution.event;

import io.upline.engine.bonus.BonusCalculator;
import io.upline.engine.bonus.Upline;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.money.Money;
import io.upline.engine.plan.Once;
import io.upline.engine.plan.Trigger;
import io.upline.service.network.Moment;
import io.upline.service.network.rule.Membership;
import io.upline.service.plan.PlanInForce;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.Problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What a batch decides on: the plan in force and a tree that goes on changing, but holds all that was committed
/// when the batch began.
///
/// @param asOf the place in the log up to which that is certain
/// @param nowMicros the database's time, in µs since 1970
public record Grounds(Genealogy tree, PlanInForce inForce, long asOf, long nowMicros) {
    /// Decides on a moment of the network.
    public static Grounds of(Moment moment, PlanInForce inForce) {
        return new Grounds(moment.genealogy(), inForce, moment.genealogy().asOf(), moment.nowMicros());
    }

    /// What a request comes to.
    ///
    /// @throws Problem 422 for an unknown trigger or an amount that can't be, 404 for an unknown source
    public Occurrence occurrence(DistributionRequest request) {
        var trigger = trigger(request);
        var amount = request.amount().map(this::money);
        return new Occurrence(request, trigger, Membership.indexOf(tree, request.sourceId()), amount.orElse(null));
    }

    /// What an occurrence pays: nobody is moved or suspended between one look at the tree and the next.
    ///
    /// @throws Problem 422 when the trigger can't do with the amount, or without one
    public Calculation calculation(Occurrence occurrence) {
        occurrence.trigger().faultInAmount(occurrence.amount()).ifPresent(fault -> {
            throw wrong("amount", fault + ".");
        });
        return tree.steadily(() -> new Calculation(
                BonusCalculator.earnings(
                        occurrence.trigger(), occurrence.amount(), Upline.of(tree, occurrence.source())),
                tree.asOf()));
    }

    /// Under what names a request may have been paid before, by this plan or by one before it: none for one whose
    /// source
    /// is no member. What is paid by this plan is kept under them.
    public List<OnceKey> keysOf(DistributionRequest request) {
        var source = tree.indexOf(request.sourceId());
        if (source == Genealogy.NONE) {
            return List.of();
        }
        var keys = new ArrayList<OnceKey>(2);
        request.reference().ifPresent(reference -> keys.add(OnceKey.ofReference(request.triggerType(), reference)));
        if (!mayHappenAgain(request.triggerType())) {
            keys.add(OnceKey.ofSource(request.triggerType(), source));
        }
        return keys;
    }

    /// Whether a source may have several events of that name. A trigger that this plan dropped has no new ones.
    private boolean mayHappenAgain(String triggerType) {
        return inForce.plan()
                .trigger(triggerType)
                .filter(trigger -> trigger.once() == Once.PER_REFERENCE)
                .isPresent();
    }

    private Trigger trigger(DistributionRequest request) {
        return inForce.plan()
                .trigger(request.triggerType())
                .orElseThrow(() -> wrong("trigger_type", inForce.hintFor(request.triggerType())));
    }

    private Money money(BigDecimal amount) {
        var currency = inForce.plan().currency();
        Money.faultIn(currency, amount).ifPresent(fault -> {
            throw wrong("amount", "amount: " + fault + ".");
        });
        return Money.of(currency, amount);
    }

    /// The problem 422 of a field.
    public static Problem wrong(String field, String detail) {
        return Problem.ofFields(List.of(new FieldError("/" + field, detail)));
    }
}
