package io.upline.client.faults.money;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An event that one client made, with its bonuses and its refunds.
final class OwnedEvent {
    private final Order order;
    private final String id;
    private final List<OwnedBonus> bonuses;
    private final List<Refund> refunds = new ArrayList<>();
    private BigDecimal refunded = BigDecimal.ZERO;

    /// What was asked for.
    ///
    /// @param reference empty for a referral
    /// @param amount empty for a referral
    record Order(String trigger, String source, String reference, Optional<BigDecimal> amount) {
        String body() {
            var more = amount.map(sum -> ", \"reference\": \"%s\", \"amount\": %s".formatted(reference, sum))
                    .orElse("");
            return "{\"source_user_id\": \"%s\", \"trigger_type\": \"%s\"%s}".formatted(source, trigger, more);
        }

        String onceKey() {
            return reference.isEmpty() ? source : reference;
        }
    }

    /// A refund that was done.
    ///
    /// @param total of all bonuses
    record Refund(String path, String body, BigDecimal total) {}

    /// What was asked for and created.
    OwnedEvent(Order order, JsonNode said) {
        this.order = order;
        this.id = said.path("event_id").asText();
        this.bonuses = sorted(said.path("bonuses")).map(OwnedBonus::of).toList();
    }

    private static Stream<JsonNode> sorted(JsonNode bonuses) {
        return StreamSupport.stream(bonuses.spliterator(), false)
                .sorted(Comparator.comparing(bonus -> bonus.path("id").asText()));
    }

    Order order() {
        return order;
    }

    String id() {
        return id;
    }

    List<OwnedBonus> bonuses() {
        return bonuses;
    }

    List<Refund> refunds() {
        return refunds;
    }

    /// What is left to refund; 0 where the event has no amount.
    BigDecimal left() {
        return order.amount.orElse(BigDecimal.ZERO).subtract(refunded);
    }

    boolean isRefunded() {
        return !refunds.isEmpty() && left().signum() == 0;
    }

    /// Takes what the service says of it when it is triggered again.
    boolean see(JsonNode said) {
        return said.path("event_id").asText().equals(id) && seeBonuses(said);
    }

    private boolean seeBonuses(JsonNode said) {
        var seen = sorted(said.path("bonuses")).toList();
        var isSeen = seen.size() == bonuses.size();
        for (int i = 0; isSeen && i < seen.size(); i++) {
            isSeen = bonuses.get(i).see(seen.get(i));
        }
        return isSeen;
    }

    /// Takes a refund that was done just now, and holds it against what it has to be.
    ///
    /// @param amount empty for all that is left
    boolean refund(Optional<BigDecimal> amount, Refund refund, JsonNode said) {
        var parts = parts(amount.orElse(left()));
        refunded = refunded.add(amount.orElse(left()));
        refunds.add(refund);
        return said.path("refunded_amount").decimalValue().compareTo(refunded) == 0
                && refund.total.compareTo(NaiveRefund.sum(parts)) == 0
                && takeBack(parts, said.path("reversed"))
                && seeBonuses(said);
    }

    /// Takes the answer to a refund that was done before.
    boolean seeAgain(Refund refund, JsonNode said) {
        return said.path("repeated").asBoolean()
                && said.path("refunded_amount").decimalValue().compareTo(refunded) == 0
                && said.path("total_reversed").decimalValue().compareTo(refund.total) == 0
                && see(said);
    }

    private List<BigDecimal> parts(BigDecimal amount) {
        return order.amount
                .map(whole -> NaiveRefund.parts(bonuses, refunded.add(amount), whole))
                .orElseGet(() -> bonuses.stream().map(OwnedBonus::rest).toList());
    }

    private boolean takeBack(List<BigDecimal> parts, JsonNode said) {
        var isRight = true;
        var next = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).signum() > 0) {
                var taken = said.path(next++);
                isRight &= taken.path("bonus_id").asText().equals(bonuses.get(i).id())
                        && taken.path("amount").decimalValue().compareTo(parts.get(i)) == 0
                        && bonuses.get(i)
                                .takeBack(parts.get(i), taken.path("from").asText());
            }
        }
        return isRight && next == said.size();
    }

    @Override
    public String toString() {
        return "%s %s of %s, %s refunded: %s".formatted(order, id, order.amount, refunded, bonuses);
    }
}
