package io.upline.client.network;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member of a downline with the members below, as far as the service was asked for them.
public record Branch(
        UUID userId,
        @Nullable UUID sponsorId,
        long downlineCount,
        @Nullable List<Branch> children) {

    /// The members directly below, from left to right; empty where the reply ends.
    public List<Branch> below() {
        return Objects.requireNonNullElse(children, List.of());
    }
}
