package io.upline.service.bonus.distribution.event;

import io.upline.service.audit.Author;
import io.upline.service.platform.idempotency.IdempotencyKey;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/// What a client says has happened.
///
/// @param sourceId the member it happened to
/// @param triggerType the trigger's name
/// @param reference what it is called elsewhere, such as an order's number
/// @param amount in the plan's currency, as the client wrote it
/// @param key under which the answer is kept; empty when it is only asked what would happen
/// @param author who tells it
/// @param isDry whether it is only asked what would happen
public record DistributionRequest(
        UUID sourceId,
        String triggerType,
        Optional<String> reference,
        Optional<BigDecimal> amount,
        Optional<IdempotencyKey> key,
        Author author,
        boolean isDry) {
    /// The longest reference, in characters.
    public static final int REFERENCE_CHARS = 200;

    /// An event and the few bonuses it usually pays; a kept reply is about as long.
    private static final int USUAL_BYTES = 700;

    /// About how many bytes it adds to its transaction.
    public int bytes() {
        return key.isPresent() ? 2 * USUAL_BYTES : USUAL_BYTES;
    }
}
