package io.upline.client.progress;

import java.io.PrintWriter;

/// Shows how much of something is done. Told of by one thread; ends its line when closed.
public sealed interface Progress extends AutoCloseable permits ProgressOnTerminal, ProgressLines {
    /// Where nobody knows how much there is in all.
    long UNKNOWN = -1;

    /// So much is done.
    ///
    /// @param done in what the whole is counted in: bytes of a file, or items
    /// @param note what else there is to say, such as `20,000 rows, 4,000/s`
    void reached(long done, String note);

    @Override
    void close();

    /// Of a file. A bar when standard error is a terminal, otherwise lines written to `err`.
    static Progress ofFile(String task, long totalBytes, PrintWriter err) {
        return Terminal.showsErrors()
                ? ProgressOnTerminal.ofFile(task, totalBytes)
                : new ProgressLines(task, totalBytes, err, System::nanoTime);
    }

    /// Of items, shown in the same way.
    ///
    /// @param total how many there are in all, or [#UNKNOWN]
    static Progress ofItems(String task, long total, PrintWriter err) {
        return Terminal.showsErrors()
                ? ProgressOnTerminal.ofItems(task, total)
                : new ProgressLines(task, total, err, System::nanoTime);
    }
}
