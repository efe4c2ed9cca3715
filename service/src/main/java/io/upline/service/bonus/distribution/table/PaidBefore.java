package io.upline.service.bonus.distribution.table;

import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.BonusTable;
import io.upline.service.bonus.distribution.event.BonusEvent;
import io.upline.service.bonus.distribution.event.Distribution;
import io.upline.service.bonus.distribution.event.DistributionRequest;
import io.upline.service.bonus.distribution.event.OnceKey;
import io.upline.service.ledger.Amounts;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was paid under the keys of a batch before, and by the batch itself so far.
public final class PaidBefore {
    private static final int WRITTEN_OUT_DIGITS = 20;

    private final Map<OnceKey, Distribution> known = new HashMap<>();

    /// Reads what was paid under `keys`.
    public static PaidBefore read(Connection connection, Collection<OnceKey> keys) throws SQLException {
        var before = new PaidBefore();
        var events = keys.isEmpty() ? Map.<OnceKey, BonusEvent>of() : OnceTable.read(connection, keys);
        if (!events.isEmpty()) {
            var ids = events.values().stream().map(BonusEvent::id).distinct().toList();
            Map<UUID, List<Bonus>> bonuses =
                    BonusTable.ofEvents(connection, ids).stream().collect(Collectors.groupingBy(Bonus::eventId));
            events.forEach((key, event) ->
                    before.known.put(key, new Distribution(event, bonuses.getOrDefault(event.id(), List.of()), true)));
        }
        return before;
    }

    /// What the same event paid before, if it did, by whatever plan.
    ///
    /// @param keys the request's
    /// @throws Problem 409 when its reference belongs to another source or amount
    public Optional<Distribution> of(DistributionRequest request, List<OnceKey> keys) {
        var found = keys.stream().map(known::get).filter(paid -> paid != null).toList();
        request.reference()
                .ifPresent(reference -> found.stream()
                        .map(Distribution::event)
                        .filter(event -> reference.equals(event.reference()))
                        .forEach(event -> requireSame(request, event)));
        // The last key is the narrower one: a source's only event is that one, whatever else its reference names.
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /// Adds what the batch pays.
    public void add(List<OnceKey> keys, Distribution distribution) {
        keys.forEach(key -> known.put(key, distribution.again()));
    }

    private static void requireSame(DistributionRequest request, BonusEvent event) {
        var amount = request.amount().orElse(null);
        if (request.sourceId().equals(event.sourceId()) && (amount == null || equal(amount, event.amount()))) {
            return;
        }
        throw Problem.of(
                ProblemType.CONFLICT,
                "The reference %s of the trigger %s belongs to the source %s with %s; this request names the source %s with %s. Use another reference, or correct the request."
                        .formatted(
                                event.reference(),
                                event.triggerType(),
                                event.sourceId(),
                                shown(event.amount(), event.currency()),
                                request.sourceId(),
                                shown(amount, event.currency())));
    }

    private static boolean equal(BigDecimal amount, @Nullable BigDecimal paid) {
        return paid != null && amount.compareTo(paid) == 0;
    }

    private static String shown(@Nullable BigDecimal amount, String currency) {
        if (amount == null) {
            return "no amount";
        }
        // Written out, 1e999999999 has that many digits.
        var text = Math.abs(amount.scale()) > WRITTEN_OUT_DIGITS
                ? amount.toString()
                : Amounts.of(amount, currency).toPlainString();
        return "the amount " + Shown.shortened(text);
    }
}
