package io.upline.service.plan;

import io.upline.engine.plan.Plan;
import io.upline.service.network.Network;
import io.upline.service.network.command.PlanTimeline.Version;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.plan.file.Reading;
import io.upline.service.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The plans by which bonuses are paid and ranks are given. Each version is read from the database once.
@ApplicationScoped
public class Plans {
    private static final int FIRST = 1;

    private final Network network;
    private final Database database;
    /// Not by the number alone: a database that went back in time may have another plan under it.
    private final Map<Version, PlanInForce> known = new ConcurrentHashMap<>();

    Plans(Network network, Database database) {
        this.network = network;
        this.database = database;
    }

    /// The plan in force at a time, by the log as of the tree in memory; the first one before any was. Blocks when the
    /// version is a new one; inside a transaction ask with its connection.
    ///
    /// @param nowMicros the database's time, in µs since 1970
    public PlanInForce inForce(long nowMicros) {
        return version(versionInForce(nowMicros));
    }

    /// The same inside a transaction, on whose connection a new version is read.
    public PlanInForce inForce(Connection connection, long nowMicros) throws SQLException {
        var version = versionInForce(nowMicros);
        var plan = known.get(version);
        return plan != null ? plan : of(version, document(connection, version.number()));
    }

    /// Which version that is, without reading it.
    public Version versionInForce(long nowMicros) {
        var asOf = network.genealogy().asOf();
        var timeline = network.plans();
        return timeline.inForce(asOf, nowMicros).or(() -> timeline.find(FIRST)).orElseThrow();
    }

    /// The plan of a version whose document is at hand: it is parsed unless the version was asked for before.
    public PlanInForce of(Version version, String document) {
        return known.computeIfAbsent(version, _ -> read(version.number(), document));
    }

    private PlanInForce version(Version version) {
        var plan = known.get(version);
        return plan != null ? plan : of(version, document(version.number()));
    }

    /// The document of a version that is in the log, as it was put there. Blocks.
    public String document(int number) {
        return database.transaction(connection -> document(connection, number));
    }

    /// The plan of a version that is stored. Blocks unless it was asked for before.
    public Plan ofVersion(int number) {
        return network.plans()
                .find(number)
                .map(this::version)
                .orElseGet(() -> database.transaction(connection -> read(connection, number)))
                .plan();
    }

    private static PlanInForce read(Connection connection, int version) throws SQLException {
        return read(version, document(connection, version));
    }

    /// A version from its document.
    ///
    /// @throws IllegalStateException when this version of the service can't read it
    public static PlanInForce read(int version, String document) {
        return switch (PlanFile.read(document)) {
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
