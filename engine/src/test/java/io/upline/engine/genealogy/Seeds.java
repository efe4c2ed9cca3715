package io.upline.engine.genealogy;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Runs a test on many random cases. A failure names its seed; the environment variable `UPLINE_SEED` replays that
/// one case.
public final class Seeds {
    private static final String REPLAY = "UPLINE_SEED";

    private Seeds() {}

    public static void forEachCase(int cases, Consumer<RandomGenerator> test) {
        String replayed = System.getenv(REPLAY);
        if (replayed != null) {
            run(Long.parseLong(replayed), test);
            return;
        }
        long first = System.nanoTime();
        for (int number = 0; number < cases; number++) {
            run(first + number, test);
        }
    }

    private static void run(long seed, Consumer<RandomGenerator> test) {
        try {
            test.accept(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("replay with %s=%d: %s".formatted(REPLAY, seed, failure.getMessage()), failure);
        }
    }
}
