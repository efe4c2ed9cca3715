package io.upline.bench.load;

import io.upline.bench.load.access.Guess;
import io.upline.bench.load.access.GuessTimes;
import io.upline.bench.load.access.Guesser;
import io.upline.bench.load.process.ServiceProcess;
import io.upline.bench.load.report.Row;
import io.upline.bench.load.report.Row.Compared;
import io.upline.bench.load.rows.UserIds;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/// Whether the time that a wrong secret takes tells how much of it is right: how far the medians of guesses lie
/// apart, compared with how far chance alone drives them.
final class GuessBench {
    private static final double BAR_MICROS = 1;
    private static final long RANDOM_SEED = 20_260_102;
    private static final int WARM_UP_PARTS = 4;

    private final Bench bench;

    GuessBench(Bench bench) {
        this.bench = bench;
    }

    void measure(ServiceProcess guarded, int members) throws IOException {
        bench.table().say("wrong secrets, one client alone");
        var random = new Random(RANDOM_SEED);
        try (var guesser = new Guesser(URI.create(guarded.url()), "/mlm/members/" + UserIds.of(1), random)) {
            guesser.guess(bench.scale().guesses() / WARM_UP_PARTS);
            add(guesser.guess(bench.scale().guesses()), random, members);
        }
    }

    private void add(GuessTimes times, Random random, int members) {
        var spread = new Compared(times.spreadMicros(), times.chanceMicros(random));
        bench.table().add(Row.spread("wrong secrets, medians apart", members, spread, BAR_MICROS, medians(times)));
    }

    private static String medians(GuessTimes times) {
        return Arrays.stream(Guess.values())
                .map(guess -> String.format(Locale.ROOT, "%s %.2f", guess.words(), times.medianMicros(guess)))
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
