package io.upline.service.network;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.upline.service.network.memory.Follower;
import io.upline.service.network.memory.NetworkMemory;
import io.upline.service.platform.http.problem.Problem;
import java.util.function.ToDoubleFunction;

/// What the network tells about itself among the metrics.
final class NetworkMeters {
    private NetworkMeters() {}

    static void register(NetworkMemory memory) {
        gauge(
                memory,
                "upline.members",
                "Members in memory",
                state -> state.genealogy().members());
        gauge(
                memory,
                "upline.log.seq",
                "The last entry of the log that is in memory",
                state -> state.genealogy().asOf());
        replace(Gauge.builder("upline.log.lag", memory, NetworkMemory::lagSeconds)
                .description("Seconds since memory was last known to hold all of the log")
                .baseUnit("seconds"));
        replace(Gauge.builder("upline.database.up", memory, at -> at.isAway() ? 0 : 1)
                .description("1 when the database answered last time"));
    }

    private static void gauge(NetworkMemory memory, String name, String description, ToDoubleFunction<Follower> value) {
        replace(Gauge.builder(name, memory, at -> read(at, value)).description(description));
    }

    /// What a network that was started before in this process has registered would be kept, and tell nothing.
    private static void replace(Gauge.Builder<NetworkMemory> gauge) {
        Metrics.globalRegistry.remove(gauge.register(Metrics.globalRegistry));
        gauge.register(Metrics.globalRegistry);
    }

    /// Not a number while the network is being loaded.
    private static double read(NetworkMemory memory, ToDoubleFunction<Follower> value) {
        try {
            return value.applyAsDouble(memory.state());
        } catch (Problem e) {
            return Double.NaN;
        }
    }
}
