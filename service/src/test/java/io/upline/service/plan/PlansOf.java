package io.upline.service.plan;

import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;

/// Plans of a network that a test made itself.
public final class PlansOf {
    private PlansOf() {}

    /// Those of a replica.
    public static Plans replica(Network network, Database database) {
        return new Plans(network, database);
    }
}
