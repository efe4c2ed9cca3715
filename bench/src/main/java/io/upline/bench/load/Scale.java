package io.upline.bench.load;

import java.util.List;

/// How much is measured.
///
/// @param sizes members of the networks to start from
/// @param rounds how often; medians are reported
/// @param registrations rows of a window
/// @param triggers bonus triggers of a window
/// @param checked dry runs of a window; before each load half as many warm the service up
/// @param alone registrations of one client alone, a round
/// @param readSeconds of one kind of read, a round
/// @param guesses wrong secrets of each kind
/// @param pending bonuses that are paid at once
/// @param bonuses among which is read
record Scale(
        List<Integer> sizes,
        int rounds,
        long registrations,
        long triggers,
        long checked,
        long alone,
        int readSeconds,
        int guesses,
        long pending,
        long bonuses) {
    /// The network that long reads are compared with.
    static final int SMALL_MEMBERS = 1_000;
    /// The network that reads are measured on.
    static final int LARGE_MEMBERS = 1_000_000;
    /// Members of the nested downline: as many as the service gives at once.
    static final int NESTED_MEMBERS = 10_000;
    /// The network of the option `--ten-million`.
    static final int HUGE_MEMBERS = 10_000_000;

    private static final List<Integer> SIZES = List.of(10_000, LARGE_MEMBERS);

    /// What figures are published of.
    static Scale full() {
        return new Scale(SIZES, 3, 200_000, 50_000, 100_000, 2_000, 4, 50_000, 1_000_000, 10_000_000);
    }

    /// Small windows, for trying.
    static Scale quick() {
        return new Scale(SIZES, 1, 30_000, 10_000, 40_000, 500, 1, 4_000, 100_000, 1_000_000);
    }
}
