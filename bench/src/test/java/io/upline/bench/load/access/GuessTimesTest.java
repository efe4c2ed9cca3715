package io.upline.bench.load.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessTimesTest {
    private static final int TURNS = 2_000;
    private static final long SLOWER_NANOS = 5_000;

    private final Random random = new Random(1);

    @Test
    void theMediansOfAlikeKindsLieNoFartherApartThanChanceDrivesThem() {
        var times = new GuessTimes(turns(0));
        assertThat(times.spreadMicros()).isLessThanOrEqualTo(times.chanceMicros(random));
    }

    @Test
    void aKindThatTakesLongerIsToldFromChance() {
        var times = new GuessTimes(turns(SLOWER_NANOS));
        assertThat(times.spreadMicros()).isBetween(4.0, 6.0);
        assertThat(times.chanceMicros(random)).isLessThan(times.spreadMicros());
        assertThat(times.medianMicros(Guess.ALL_BUT_ONE_RIGHT))
                .isGreaterThan(times.medianMicros(Guess.NOTHING_RIGHT) + 4);
    }

    private long[][] turns(long slowerNanos) {
        return IntStream.range(0, TURNS)
                .mapToObj(_ -> GuessTimes.KINDS.stream()
                        .mapToLong(guess ->
                                60_000 + random.nextInt(10_000) + (guess == Guess.ALL_BUT_ONE_RIGHT ? slowerNanos : 0))
                        .toArray())
                .toArray(long[][]::new);
    }
}
