package io.upline.service.bonus.reversal;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refund on record.
///
/// @param id of its reversal
/// @param reference what the caller calls it
/// @param amount of the event's amount; null where the event has none
record RecordedRefund(
        UUID id,
        @Nullable String reference,
        @Nullable BigDecimal amount,
        @Nullable String reason,
        long recordedAtMicros) {}
