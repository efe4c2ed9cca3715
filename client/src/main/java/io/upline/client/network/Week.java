package io.upline.client.network;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A member's earnings of the last seven days.
public record Week(
        BigDecimal totalBonus, long count, @Nullable List<Bonus> bonuses) {

    /// The single bonuses, or as many of them as the service lists.
    public List<Bonus> earned() {
        return Objects.requireNonNullElse(bonuses, List.of());
    }
}
