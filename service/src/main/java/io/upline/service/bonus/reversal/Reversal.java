package io.upline.service.bonus.reversal;

import io.upline.engine.ledger.Refund;
import io.upline.engine.money.Currency;
import io.upline.engine.money.Money;
import io.upline.service.bonus.life.LifeTable;
import io.upline.service.bonus.life.Steps;
import io.upline.service.bonus.life.StoredBonus;
import io.upline.service.ledger.Amounts;
import io.upline.service.ledger.Debts;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.Problem.FieldError;
import io.upline.service.platform.http.problem.ProblemType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Takes back what an event made, in proportion to what was refunded of it. Refunds of one event come one after the
/// other; each counts in those before.
final class Reversal {
    private final Connection connection;
    private final RefundedEvent event;

    /// Takes back from a locked event.
    Reversal(Connection connection, RefundedEvent event) {
        this.connection = connection;
        this.event = event;
    }

    /// What a refund came to.
    ///
    /// @param isNew whether it was done now
    record Outcome(UUID id, boolean isNew) {}

    /// Does what is told, once: under a reference that was told before, or as a whole without any where nothing is
    /// left, it says what was done then.
    ///
    /// @param newId of the reversal
    /// @throws Problem 422 for an amount that can't be, 409 for more than is left or a reference told otherwise
    Outcome run(RefundRequest request, UUID newId) throws SQLException {
        var amount = request.amount().map(this::checked).orElse(null);
        var before = before(request, amount);
        if (before.isPresent()) {
            return new Outcome(before.get(), false);
        }
        requireLeft(amount);
        takeBack(request, amount, newId);
        return new Outcome(newId, true);
    }

    /// What was told before, if this is the same.
    private Optional<UUID> before(RefundRequest request, @Nullable Money amount) throws SQLException {
        if (request.reference().isEmpty()) {
            return amount == null && event.isRefunded() ? event.last() : Optional.empty();
        }
        var reference = request.reference().get();
        var told = ReversalTable.told(connection, event, reference);
        told.ifPresent(refund -> requireSame(refund, amount, reference));
        return told.map(ReversalTable.Told::id);
    }

    private Money checked(BigDecimal amount) {
        var currency = currency();
        Money.faultIn(currency, amount).ifPresent(fault -> {
            throw wrong("amount: " + fault + ".");
        });
        if (amount.signum() <= 0) {
            throw wrong("amount is " + amount.toPlainString() + "; write more than zero.");
        }
        requirePart(amount);
        return Money.of(currency, amount);
    }

    private void requirePart(BigDecimal amount) {
        if (!event.hasAmount()) {
            throw wrong("The event %s %s, so it is refunded as a whole; leave the amount out."
                    .formatted(event.id(), event.amount() == null ? "has no amount" : "is of " + event.amount()));
        }
        if (amount.compareTo(event.amount()) > 0) {
            throw wrong("amount is %s, more than the %s of the event; write no more than that."
                    .formatted(amount.toPlainString(), event.amount()));
        }
    }

    private static Problem wrong(String detail) {
        return Problem.ofFields(List.of(new FieldError("/amount", detail)));
    }

    private Currency currency() {
        return Amounts.money(BigDecimal.ZERO, event.currency()).currency();
    }

    /// A refund of all that is left is the same again whatever was left by then.
    private void requireSame(ReversalTable.Told told, @Nullable Money amount, String reference) {
        var part = Optional.ofNullable(amount).map(Money::amount);
        if (!part.equals(told.part())) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "The refund %s of the event %s was of %s; this request says %s. Use another refund_reference, or correct the request."
                            .formatted(reference, event.id(), words(told.part(), "was"), words(part, "is")));
        }
    }

    private static String words(Optional<BigDecimal> part, String verb) {
        return part.map(BigDecimal::toPlainString).orElse("all that " + verb + " left");
    }

    private void requireLeft(@Nullable Money amount) {
        if (event.isRefunded()) {
            throw Problem.of(ProblemType.CONFLICT, "Nothing is left to refund of the event %s.".formatted(event.id()));
        }
        if (amount != null && amount.amount().compareTo(event.left()) > 0) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "Of the %s of the event %s, %s is left to refund; %s is more."
                            .formatted(event.amount(), event.id(), event.left(), amount.amount()));
        }
    }

    private void takeBack(RefundRequest request, @Nullable Money amount, UUID newId) throws SQLException {
        var bonuses = LifeTable.lockOfEvent(connection, event.id());
        var now = amount == null ? event.left() : amount.amount();
        ReversalTable.add(connection, newId, event, event.hasAmount() ? now : null, request);
        var parts = parts(bonuses, now);
        var steps = new Steps(Debts.unread());
        for (int i = 0; i < parts.length; i++) {
            var life = bonuses.get(i).life();
            steps.reverse(
                    bonuses.get(i).id(),
                    newId,
                    life.reverse(new Money(life.amount().currency(), parts[i])));
        }
        steps.write(connection, Database.nowMicros(connection));
    }

    private long[] parts(List<StoredBonus> bonuses, BigDecimal now) {
        if (!event.hasAmount()) {
            return minors(bonuses, bonus -> bonus.life().rest().minor());
        }
        return Refund.parts(
                minors(bonuses, bonus -> bonus.life().amount().minor()),
                minors(bonuses, bonus -> bonus.life().reversed().minor()),
                minor(event.refunded().add(now)),
                minor(event.left().add(event.refunded())));
    }

    private static long[] minors(List<StoredBonus> bonuses, ToLongFunction<StoredBonus> minor) {
        return bonuses.stream().mapToLong(minor).toArray();
    }

    private long minor(BigDecimal amount) {
        return Amounts.money(amount, event.currency()).minor();
    }
}
