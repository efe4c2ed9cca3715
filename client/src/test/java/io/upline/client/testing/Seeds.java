package io.upline.client.testing;

import java.util.Optional;

/// The seed of a random test: `UPLINE_SEED` when it is set, otherwise a new one, which is printed.
public final class Seeds {
    private Seeds() {}

    /// The seed, printed.
    public static long next() {
        long seed = Optional.ofNullable(System.getenv("UPLINE_SEED"))
                .map(Long::parseLong)
                .orElseGet(System::nanoTime);
        System.out.println("UPLINE_SEED=" + seed);
        return seed;
    }
}
