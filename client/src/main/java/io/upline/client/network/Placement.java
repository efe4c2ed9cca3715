package io.upline.client.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a new member was placed. Parent and sponsor are null for a root; they differ after a spillover.
public record Placement(
        UUID userId, @Nullable UUID parentId, @Nullable UUID sponsorId, int level) {

    /// Whether the sponsor's own places were taken.
    public boolean spilledOver() {
        return sponsorId != null && !sponsorId.equals(parentId);
    }
}
