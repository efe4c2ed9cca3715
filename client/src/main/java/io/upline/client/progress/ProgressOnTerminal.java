package io.upline.client.progress;

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

    private final ProgressBar bar;

    private ProgressOnTerminal(ProgressBarBuilder builder) {
        this.bar = builder.setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_INTERVAL_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH_COLUMNS))
                .hideEta()
                .build();
    }

    static ProgressOnTerminal ofFile(String task, long totalBytes) {
        return new ProgressOnTerminal(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(totalBytes)
                .setUnit(" MB", MEGABYTE));
    }

    static ProgressOnTerminal ofItems(String task, long total) {
        return new ProgressOnTerminal(new ProgressBarBuilder().setTaskName(task).setInitialMax(total));
    }

    @Override
    public void reached(long done, String note) {
        bar.setExtraMessage(" " + note);
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }
}
