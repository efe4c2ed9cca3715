package io.upline.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Placements per second at the end of a chain 100,000 deep: width 1, and each member sponsored by the one before,
/// so both trees are as deep as they can be.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
public class ChainBenchmark {
    private static final int DEPTH = 100_000;
    private static final int PLACEMENTS = 256;

    /// Members that are published together.
    @Param({"1", "256"})
    public int batch;

    private final GrowingNetwork network = GrowingNetwork.of(DEPTH, 1, SponsorChoice.PREVIOUS);

    /// Proves the network sound.
    @TearDown
    public void check() {
        network.check();
    }

    /// Places and publishes 256 members, each below the last.
    @Benchmark
    @OperationsPerInvocation(PLACEMENTS)
    public int place() {
        for (int placed = 0; placed < PLACEMENTS; placed += batch) {
            network.grow(batch);
        }
        return network.genealogy().members();
    }
}
