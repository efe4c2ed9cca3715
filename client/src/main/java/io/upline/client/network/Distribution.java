package io.upline.client.network;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The bonuses of one event.
public record Distribution(@Nullable List<Bonus> bonuses) {

    /// Who earned what; empty when nobody did.
    public List<Bonus> earned() {
        return Objects.requireNonNullElse(bonuses, List.of());
    }
}
