package io.upline.client.network;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rank that a member holds after an evaluation; null for none.
public record Verdict(@Nullable String rank) {

    /// The rank's name, or `No rank`.
    public String name() {
        return Objects.requireNonNullElse(rank, "No rank");
    }
}
