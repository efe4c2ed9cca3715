package io.upline.bench.load.access;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// How long the answers to guesses took. Guesses go out in turns: each kind once a turn, in random order, so what
/// disturbs the machine disturbs all kinds alike.
public final class GuessTimes {
    /// Each at its place in a turn.
    static final List<Guess> KINDS = List.of(Guess.values());

    private static final double NANOS_PER_MICRO = 1e3;
    private static final int SHUFFLES = 300;
    private static final double USUAL = 0.99;

    /// By turn, then by kind, in the order of [#KINDS].
    private final long[][] nanos;

    GuessTimes(long[][] nanos) {
        this.nanos = nanos;
    }

    /// The median of a kind, in µs.
    public double medianMicros(Guess guess) {
        return median(nanos, KINDS.indexOf(guess));
    }

    /// How far the medians of the kinds lie apart, in µs.
    public double spreadMicros() {
        return spread(nanos);
    }

    /// How far they would lie apart if the kinds meant nothing, in µs: the times of each turn are dealt to the kinds
    /// at random, again and again; 99 in 100 times the medians then lie no farther apart than this.
    /// O(guesses · log guesses) for each of 300 times.
    public double chanceMicros(RandomGenerator random) {
        var dealt = new long[nanos.length][];
        Arrays.setAll(dealt, turn -> nanos[turn].clone());
        var spreads = new double[SHUFFLES];
        for (int i = 0; i < SHUFFLES; i++) {
            for (var turn : dealt) {
                shuffle(turn, random);
            }
            spreads[i] = spread(dealt);
        }
        Arrays.sort(spreads);
        return spreads[(int) (USUAL * SHUFFLES)];
    }

    private static void shuffle(long[] turn, RandomGenerator random) {
        for (int i = turn.length - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var time = turn[i];
            turn[i] = turn[other];
            turn[other] = time;
        }
    }

    private static double spread(long[][] nanos) {
        var medians = new double[KINDS.size()];
        Arrays.setAll(medians, kind -> median(nanos, kind));
        Arrays.sort(medians);
        return medians[medians.length - 1] - medians[0];
    }

    private static double median(long[][] nanos, int kind) {
        var times = Arrays.stream(nanos).mapToLong(turn -> turn[kind]).sorted().toArray();
        return times[times.length / 2] / NANOS_PER_MICRO;
    }
}
