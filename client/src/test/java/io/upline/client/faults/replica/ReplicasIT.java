package io.upline.client.faults.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.faults.Site;
import io.upline.client.faults.load.Witness;
import io.upline.client.testing.Wait;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("faults")
class ReplicasIT {
    private static final int LONG_RUN_SECONDS = Integer.getInteger("faults.seconds", 600);
    private static final int SHORT_RUN_SECONDS = Math.min(30, LONG_RUN_SECONDS);
    private static final int DOWNLINE_MILLIS_P99 = 100;

    @ParameterizedTest(name = "{0} replicas")
    @CsvSource({"2, false", "3, true"})
    void replicasStayEqualAndLoseNothingThroughRandomKillsPausesAndRestarts(int replicas, boolean isLong)
            throws Exception {
        var seconds = isLong ? LONG_RUN_SECONDS : SHORT_RUN_SECONDS;
        try (var site = Site.open("Replicas" + replicas, replicas)) {
            var load = site.load(24, 40);
            var faults = run(site, Duration.ofSeconds(seconds));
            var gap = site.acknowledged().rhythm().longestGap();
            site.audit("%d s, %d kills, pauses and restarts, longest gap %,d ms, %s"
                    .formatted(seconds, faults, gap.toMillis(), load.findings()));
            requireFreshness(load.findings());
        }
    }

    /// One fault after the other, so that one replica at least is there at any time.
    private static int run(Site site, Duration time) throws IOException {
        var end = System.nanoTime() + time.toNanos();
        var faults = 0;
        while (System.nanoTime() < end) {
            Wait.pass(Duration.ofMillis(site.random().nextInt(3_000)));
            site.hurtOne();
            faults++;
        }
        return faults;
    }

    /// The contract, and what a request takes on this machine under this load.
    private static void requireFreshness(Witness.Findings findings) {
        assertThat(findings.unknown())
                .as("members that one replica confirmed and another called unknown")
                .hasValue(0);
        assertThat(findings.downline().millis(0.99))
                .as("ms until a member is in downlines of other replicas, p99")
                .isLessThanOrEqualTo(DOWNLINE_MILLIS_P99 + findings.status().millis(0.99));
    }
}
