package io.upline.client.job;

import io.upline.client.progress.Progress;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/// The progress of a job, of which it may be known late how much there is to do.
final class JobProgress implements AutoCloseable {
    private final PrintWriter err;
    private long total = Progress.UNKNOWN;
    private @Nullable Progress shown;

    JobProgress(PrintWriter err) {
        this.err = err;
    }

    void show(JobReply job) {
        progress(job).reached(job.progress().done(), job.note());
    }

    private Progress progress(JobReply job) {
        if (shown != null && total == job.total()) {
            return shown;
        }
        close();
        total = job.total();
        shown = Progress.ofItems(job.kind(), total, err);
        return shown;
    }

    @Override
    public void close() {
        if (shown != null) {
            shown.close();
        }
    }
}
