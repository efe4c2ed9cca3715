package io.upline.service.bonus;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One bonus: who earned how much, from whom, and why. Amounts have exactly the currency's decimals.
///
/// @param id of version 7: a later bonus has a greater one
/// @param userId who earned it
/// @param sourceUserId whom the event came from
/// @param level how many steps above the source the earner is on that line, from 1
/// @param type the trigger's name
/// @param createdAtMicros µs since 1970, UTC
/// @param reversed how much of the amount was taken back
/// @param heldUntilMicros µs since 1970, UTC; null unless it is held
/// @param paidAtMicros µs since 1970, UTC; null until it is paid
/// @param eventId what it was paid for; the bonuses of one event share it
/// @param rule the name of the plan's rule
/// @param line `placement` or `sponsor`
/// @param base what the rate is a percentage of; null for a fixed amount
/// @param rate percent; null for a fixed amount
/// @param planVersion the plan by which it was earned
public record Bonus(
        UUID id,
        UUID userId,
        UUID sourceUserId,
        int level,
        BigDecimal amount,
        String type,
        BigDecimal reversed,
        BonusStatus status,
        long createdAtMicros,
        @Nullable Long heldUntilMicros,
        @Nullable Long paidAtMicros,
        UUID eventId,
        String rule,
        String line,
        @Nullable BigDecimal base,
        @Nullable BigDecimal rate,
        String currency,
        int planVersion) {}
