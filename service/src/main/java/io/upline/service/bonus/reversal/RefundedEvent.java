package io.upline.service.bonus.reversal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event that is locked for a refund, and what was refunded of it before.
///
/// @param sourceNumber the member's
/// @param amount null where the event has none
/// @param refunded zero or more, and no more than the amount
/// @param last the newest reversal, if there is one
record RefundedEvent(
        UUID id,
        String triggerType,
        @Nullable String reference,
        int sourceNumber,
        @Nullable BigDecimal amount,
        String currency,
        BigDecimal refunded,
        Optional<UUID> last) {

    /// Whether nothing is left to refund.
    boolean isRefunded() {
        return last.isPresent() && (!hasAmount() || left().signum() == 0);
    }

    /// Whether a part of it can be told: an event of nothing can only be refunded as a whole.
    boolean hasAmount() {
        return amount != null && amount.signum() > 0;
    }

    /// What is left to refund; zero where the event has no amount.
    BigDecimal left() {
        return amount == null ? BigDecimal.ZERO : amount.subtract(refunded);
    }
}
