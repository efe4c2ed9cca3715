package io.upline.service.network.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.upline.service.network.command.PlanTimeline.Version;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTimelineTest {
    private static final long LAST = 100;

    private static final PlanTimeline FIRST = PlanTimeline.EMPTY.with(atOnce(1, 2, 1_000));
    private static final PlanTimeline SCHEDULED = FIRST.with(scheduled(2, 5, 2_000, 5_000));

    @Test
    void nothingIsInForceBeforeTheFirst() {
        assertThat(PlanTimeline.EMPTY.inForce(LAST, 1_000)).isEmpty();
        assertThat(FIRST.inForce(LAST, 999)).isEmpty();
        assertThat(FIRST.inForce(1, 1_000)).isEmpty();
        assertThat(inForce(FIRST, 2, 1_000)).hasValue(1);
    }

    @Test
    void aScheduledVersionIsInForceFromItsTimeOn() {
        assertThat(inForce(SCHEDULED, LAST, 4_999)).hasValue(1);
        assertThat(inForce(SCHEDULED, LAST, 5_000)).hasValue(2);
    }

    @Test
    void whoseEntryIsNotSeenIsNotInForce() {
        assertThat(inForce(SCHEDULED, 4, 9_000)).hasValue(1);
        assertThat(inForce(SCHEDULED, 5, 9_000)).hasValue(2);
    }

    @Test
    void anActivationAtOnceLeavesAScheduledVersionItsTime() {
        var both = SCHEDULED.with(atOnce(3, 7, 3_000));
        assertThat(inForce(both, LAST, 2_999)).hasValue(1);
        assertThat(inForce(both, LAST, 3_000)).hasValue(3);
        assertThat(inForce(both, LAST, 5_000)).hasValue(2);
    }

    @Test
    void ofTwoForTheSameTimeTheLaterEntryCounts() {
        var both = SCHEDULED.with(scheduled(3, 6, 2_500, 5_000));
        assertThat(inForce(both, 5, 5_000)).hasValue(2);
        assertThat(inForce(both, 6, 5_000)).hasValue(3);
    }

    @Test
    void aWithdrawnVersionIsNeverInForce() {
        var withdrawn = SCHEDULED.withdrawn(2, 9);
        assertThat(inForce(withdrawn, 9, 9_000)).hasValue(1);
        assertThat(inForce(withdrawn, 8, 9_000)).hasValue(2);
        assertThat(withdrawn.find(2).orElseThrow().isWithdrawn()).isTrue();
        assertThat(withdrawn.newest()).isEqualTo(2);
    }

    @Test
    void versionsAreNumberedWithoutGaps() {
        assertThat(SCHEDULED.find(0)).isEmpty();
        assertThat(SCHEDULED.find(3)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> SCHEDULED.with(atOnce(4, 9, 9_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> SCHEDULED.withdrawn(3, 9));
    }

    private static Version atOnce(int number, long seq, long at) {
        return scheduled(number, seq, at, at);
    }

    private static Version scheduled(int number, long seq, long at, long effectiveAt) {
        return new Version(number, seq, at, effectiveAt, Version.NEVER);
    }

    private static Optional<Integer> inForce(PlanTimeline timeline, long asOf, long nowMicros) {
        return timeline.inForce(asOf, nowMicros).map(Version::number);
    }
}
