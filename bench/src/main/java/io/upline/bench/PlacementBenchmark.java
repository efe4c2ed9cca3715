package io.upline.bench;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Placements per second, in both trees, from the id to the published member.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
public class PlacementBenchmark {
    private static final int WIDTH = 3;
    private static final int PLACEMENTS = 256;

    /// Members at the start of an iteration, up to a quarter more.
    @Param({"10000", "1000000", "10000000"})
    public int members;

    /// Whom the new members name.
    @Param({"HOT", "RANDOM"})
    public SponsorChoice sponsors = SponsorChoice.RANDOM;

    /// Members that are published together.
    @Param({"1", "256"})
    public int batch;

    private @Nullable GrowingNetwork network;

    /// Builds the network, again when it has grown too far from its size.
    @Setup(Level.Iteration)
    public void build() {
        if (network == null || network.genealogy().members() > members / 4 * 5) {
            network = GrowingNetwork.of(members, WIDTH, sponsors);
        }
    }

    /// Proves the network sound.
    @TearDown(Level.Trial)
    public void check() {
        network().check();
    }

    /// Places and publishes 256 members.
    @Benchmark
    @OperationsPerInvocation(PLACEMENTS)
    public void place(Blackhole blackhole) {
        for (int placed = 0; placed < PLACEMENTS; placed += batch) {
            network().grow(batch);
        }
        blackhole.consume(network().genealogy().members());
    }

    private GrowingNetwork network() {
        return Objects.requireNonNull(network);
    }
}
