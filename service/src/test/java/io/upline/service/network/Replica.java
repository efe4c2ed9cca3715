package io.upline.service.network;

import io.upline.service.network.command.Born;
import io.upline.service.network.command.MemberChange;
import io.upline.service.network.command.NetworkCommand.Registration;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.network.command.NetworkResult.Placed;
import io.upline.service.network.command.Proposal;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.testing.Authors;
import io.upline.service.testing.TestPostgres;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// A network on a real database, without HTTP. Several of them on one database are replicas.
public final class Replica implements AutoCloseable {
    private final Network network;

    private Replica(Network network) {
        this.network = network;
    }

    /// An empty database with the schema.
    public static DatabaseAddress database() {
        var address = TestPostgres.freshDatabase();
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .load()
                .migrate();
        return address;
    }

    /// Connections without a pool, a new one each time.
    public static DataSource pool(DatabaseAddress address) {
        var source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /// Starts one.
    public static Replica start(DatabaseAddress address, int width) {
        return start(address, new Proposal(OptionalInt.of(width), width, "the plan"));
    }

    /// One whose network is still to be started.
    public static Replica notStarted(DatabaseAddress address) {
        return new Replica(new Network(new Database(pool(address))));
    }

    /// Starts one that is configured so.
    public static Replica start(DatabaseAddress address, Proposal proposal) {
        var replica = notStarted(address);
        replica.network.start(proposal);
        return replica;
    }

    /// What it keeps.
    public Network network() {
        return network;
    }

    /// Registers somebody.
    public CompletionStage<NetworkResult> submit(UUID userId, Optional<UUID> sponsorId) {
        return network.submit(new Registration(userId, sponsorId, Optional.empty(), Authors.SOMEBODY));
    }

    /// Changes somebody.
    public CompletionStage<NetworkResult> change(UUID userId, MemberChange.Kind kind) {
        return network.submit(new MemberChange(userId, kind, "a test", Optional.empty(), Authors.SOMEBODY));
    }

    /// A new root.
    public Born root() {
        return join(Optional.empty());
    }

    /// A new member under a sponsor.
    public Born below(UUID sponsorId) {
        return join(Optional.of(sponsorId));
    }

    private Born join(Optional<UUID> sponsorId) {
        var result = submit(UUID.randomUUID(), sponsorId).toCompletableFuture().join();
        if (result instanceof Placed(var born)) {
            return born;
        }
        throw new AssertionError(result);
    }

    @Override
    public void close() {
        network.stop();
    }
}
