package io.upline.client.imports;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// What an import tells at its end.
final class Summary {
    private static final double MILLIS_PER_SECOND = 1000;

    private final PrintWriter out;

    Summary(PrintWriter out) {
        this.out = out;
    }

    void imported(Path file, Tally tally, Duration time) {
        head(file, tally, time, "imported");
        count("registered", tally.registered());
        rest(tally);
    }

    void checked(Path file, Tally tally, Duration time) {
        head(file, tally, time, "checked, nothing was written");
        count("can be registered", tally.registered());
        rest(tally);
    }

    private void head(Path file, Tally tally, Duration time, String what) {
        long rows = tally.registered() + tally.present() + tally.rejected();
        double seconds = Math.max(time.toMillis(), 1) / MILLIS_PER_SECOND;
        out.printf(
                Locale.ROOT, "%s: %,d rows %s in %.1f s (%,.0f rows/s)%n", file, rows, what, seconds, rows / seconds);
    }

    private void rest(Tally tally) {
        count("already present", tally.present());
        count("rejected", tally.rejected());
        if (tally.rejected() > 0) {
            out.printf(Locale.ROOT, "Rejected rows:%n");
            tally.rejectedRows().printTo(out);
        }
        if (tally.unlisted() > 0) {
            out.printf(Locale.ROOT, "  and %,d more, which the service does not list%n", tally.unlisted());
        }
        out.flush();
    }

    private void count(String what, long rows) {
        out.printf(Locale.ROOT, "  %-18s%,12d%n", what, rows);
    }
}
