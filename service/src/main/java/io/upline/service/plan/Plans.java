package io.upline.service.plan;

import io.upline.engine.plan.Plan;
import io.upline.service.network.Network;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.plan.file.Reading;
import io.upline.service.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The plan in force, read from the database once for each version.
@ApplicationScoped
public class Plans {
    private final Network network;
    private final Database database;
    private volatile @Nullable PlanInForce current;

    Plans(Network network, Database database) {
        this.network = network;
        this.database = database;
    }

    /// The plan in force as of the tree in memory. Blocks when the version is a new one.
    public PlanInForce inForce() {
        var version = network.planVersion();
        var known = current;
        if (known == null || known.version() != version) {
            known = database.transaction(connection -> read(connection, version));
            current = known;
        }
        return known;
    }

    /// The plan of a version that is or was in force. Blocks unless it is the latest one asked for.
    public Plan ofVersion(int version) {
        var known = current;
        return known != null && known.version() == version
                ? known.plan()
                : database.transaction(connection -> read(connection, version)).plan();
    }

    private static PlanInForce read(Connection connection, int version) throws SQLException {
        return switch (PlanFile.read(document(connection, version))) {
            case Reading.Valid(var plan) -> new PlanInForce(version, plan);
            case Reading.Invalid(var mistakes) ->
                throw new IllegalStateException(
                        "Version %d of the plan can't be read by this version of the service: %s"
                                .formatted(version, mistakes));
        };
    }

    private static String document(Connection connection, int version) throws SQLException {
        try (var select = connection.prepareStatement("SELECT document FROM plan WHERE version = ?")) {
            select.setInt(1, version);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
