package io.upline.service.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final long NOW_MICROS = 1_790_000_000_123_456L;
    /// PostgreSQL compares the bytes of an id without a sign, as its text does.
    private static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);

    private final TimeOrderedIds ids = new TimeOrderedIds(new SplittableRandom(1));

    @Test
    void anIdIsOfVersionSevenAndHoldsItsTime() {
        var id = ids.next(NOW_MICROS);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW_MICROS / 1_000);
    }

    @Test
    void everyIdIsGreaterThanTheOneBeforeWhateverTheClockDoes() {
        var made = new ArrayList<UUID>();
        for (int i = 0; i < 100_000; i++) {
            made.add(ids.next(NOW_MICROS + (i % 7 - 3) * 1_000L));
        }
        assertThat(made).isSortedAccordingTo(AS_STORED).doesNotHaveDuplicates();
    }

    @Test
    void theLeastIdOfATimeIsBelowEveryIdMadeThen() {
        var least = TimeOrderedIds.leastAt(NOW_MICROS);
        assertThat(ids.next(NOW_MICROS)).usingComparator(AS_STORED).isGreaterThan(least);
        assertThat(ids.next(NOW_MICROS - 1_000)).usingComparator(AS_STORED).isGreaterThan(least);
        var earlier = new TimeOrderedIds(new SplittableRandom(2)).next(NOW_MICROS - 1_000);
        assertThat(earlier).usingComparator(AS_STORED).isLessThan(least);
    }
}
