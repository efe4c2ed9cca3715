package io.upline.service.platform.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The service's configuration, read once and checked whole.
///
/// @param host address to listen on
/// @param port port to listen on, up to 65535; 0: any free one
/// @param allowedHosts further names under which the service may be addressed, lower case, without port
/// @param access who may call
/// @param dataFolder folder of the service's own PostgreSQL
/// @param database the named database; empty: the service starts its own
/// @param redis the Redis beside the service; empty: none
/// @param width the width that the environment proposes, 1 to 100
/// @param plan the plan file; empty: the built-in plan
/// @param downlineMaxMembers most members of one nested downline
public record Settings(
        String host,
        int port,
        Set<String> allowedHosts,
        AccessSettings access,
        Path dataFolder,
        Optional<DatabaseAddress> database,
        Optional<RedisAddress> redis,
        OptionalInt width,
        Optional<Path> plan,
        int downlineMaxMembers) {
    static final int MAX_PORT = 65_535;
    static final int MAX_WIDTH = 100;
    static final int MAX_DOWNLINE_MEMBERS = 1_000_000;

    /// Reads and checks every variable.
    ///
    /// @throws InvalidSettings with every mistake that was found, not only the first
    public static Settings read(Environment environment) {
        var reading = new Reading(environment);
        var settings = new Settings(
                reading.text(Variable.HOST),
                reading.number(Variable.PORT, 0, MAX_PORT),
                reading.hostNames(Variable.ALLOWED_HOSTS),
                new AccessReading(reading).read(),
                Path.of(reading.text(Variable.DATA_DIR)),
                reading.database(),
                reading.redis(),
                reading.optionalNumber(Variable.MAX_CHILDREN, 1, MAX_WIDTH),
                reading.optional(Variable.PLAN).map(Path::of),
                reading.number(Variable.DOWNLINE_MAX_NODES, 1, MAX_DOWNLINE_MEMBERS));
        reading.throwIfInvalid();
        return settings;
    }
}
