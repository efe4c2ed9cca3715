package io.upline.client.progress;

import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar that is redrawn in place.
final class ProgressOnTerminal implements Progress {
    /// Fits the narrowest usual terminal, so that nobody needs to ask for its width.
    private static final int WIDTH_COLUMNS = 79;

    private static final int UPDATE_INTERVAL_MILLIS = 200;
    private static final long MEGABYTE = 1_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long begun = System.nanoTime();
    private final ProgressBar bar;

    ProgressOnTerminal(String task, long totalBytes) {
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(totalBytes)
                .setUnit(" MB", MEGABYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_INTERVAL_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH_COLUMNS))
                .hideEta()
                .build();
    }

    @Override
    public void reached(long bytes, long rows) {
        double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        bar.setExtraMessage(String.format(Locale.ROOT, " %,d rows, %,.0f/s", rows, rows / seconds));
        bar.stepTo(bytes);
    }

    @Override
    public void close() {
        bar.close();
    }
}
