package io.upline.bench.load;

import io.upline.bench.load.process.LoadResult;
import io.upline.bench.load.report.Median;
import io.upline.bench.load.report.Row;
import io.upline.bench.load.report.Row.Compared;
import java.util.List;

/// One round of a load that writes.
///
/// @param w what was measured
/// @param h requests a second that are only checked
/// @param d the same rows a second by plain JDBC, in units of the load
/// @param batch requests of one transaction of the service, on average
record WriteRound(LoadResult w, double h, double d, double batch) {
    /// L, what the machine can do when it does both.
    double ceiling() {
        return 1 / (1 / h + 1 / d);
    }

    /// A line about this round.
    String words() {
        return "  %s (p50 %s, p99 %s, max %s, %.0f a batch), H %s, D %s, L %s"
                .formatted(
                        Row.perSecond(w.perSecond()),
                        Row.millis(w.p50Millis()),
                        Row.millis(w.p99Millis()),
                        Row.millis(w.maxMillis()),
                        batch,
                        Row.perSecond(h),
                        Row.perSecond(d),
                        Row.perSecond(ceiling()));
    }

    /// The medians of several rounds as a line of the table.
    static Row row(String what, int members, List<WriteRound> rounds, double bar) {
        var rates =
                new Compared(Median.of(rounds, round -> round.w.perSecond()), Median.of(rounds, WriteRound::ceiling));
        var detail = " (p50 %s, %.0f a batch)"
                .formatted(
                        Row.millis(Median.of(rounds, round -> round.w.p50Millis())),
                        Median.of(rounds, WriteRound::batch));
        var parts = " (H %s, D %s)"
                .formatted(
                        Row.perSecond(Median.of(rounds, WriteRound::h)),
                        Row.perSecond(Median.of(rounds, WriteRound::d)));
        return Row.rate(what, members, rates, bar, detail, parts);
    }

    /// The median of the rounds' p99, in ms.
    static double p99Millis(List<WriteRound> rounds) {
        return Median.of(rounds, round -> round.w.p99Millis());
    }
}
