package io.upline.service.bonus.distribution.event;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened and was paid for.
///
/// @param amount with the currency's decimals; null when none was given
/// @param asOf the place in the log as of which it was paid
public record BonusEvent(
        UUID id,
        String triggerType,
        UUID sourceId,
        @Nullable String reference,
        @Nullable BigDecimal amount,
        String currency,
        int planVersion,
        long asOf,
        long createdAtMicros) {}
