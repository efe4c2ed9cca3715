package io.upline.bench;

import io.upline.engine.genealogy.DownlinePage;
import io.upline.engine.genealogy.DownlineTree;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Line;
import io.upline.engine.genealogy.Member;
import io.upline.engine.genealogy.PageEnd;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The time of one answer, in a bushy network of a million members and in a chain 100,000 deep.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
public class ReadingBenchmark {
    private static final int PAGE_MEMBERS = 1_000;
    private static final int TREE_MEMBERS = 10_000;

    /// What the network looks like.
    @Param
    public NetworkShape shape = NetworkShape.BUSHY;

    private GrowingNetwork network = GrowingNetwork.of(1, 1, SponsorChoice.HOT);
    private int member;
    private PageEnd middle = new PageEnd(0, 1, Member.NEVER);
    private UUID userId = network.genealogy().userId(0);

    /// Builds the network.
    @Setup
    public void build() {
        network = shape.build();
        member = network.genealogy().members() / 2;
        middle = new PageEnd(member, network.genealogy().member(member).level() - 1, Member.NEVER);
        userId = network.genealogy().userId(member);
    }

    /// Proves the network sound.
    @TearDown
    public void check() {
        network.check();
    }

    /// Counting a downline, from the id.
    @Benchmark
    public int count() {
        Genealogy genealogy = network.genealogy();
        return genealogy.downlineCount(genealogy.indexOf(userId));
    }

    /// Everything about any member.
    @Benchmark
    public Object anyMember() {
        return network.genealogy().member(network.randomMember());
    }

    /// The whole upline of a member in the middle.
    @Benchmark
    public int[] upline() {
        return network.genealogy().upline(member, Line.PLACEMENT, Integer.MAX_VALUE);
    }

    /// A page of 1,000 from the middle of the root's downline.
    @Benchmark
    public DownlinePage page() {
        return network.genealogy().page(0, middle, PAGE_MEMBERS);
    }

    /// A nested downline of at most 10,000 members.
    @Benchmark
    public DownlineTree nested() {
        return network.genealogy().downline(0, Integer.MAX_VALUE, TREE_MEMBERS);
    }
}
