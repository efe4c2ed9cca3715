package io.upline.client.network;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one member earned from one event, `level` steps below.
public record Bonus(
        UUID userId, int level, BigDecimal amount, @Nullable String currency) {

    /// The ISO code of the money, or nothing when the service names none.
    public String unit() {
        return Objects.requireNonNullElse(currency, "");
    }
}
