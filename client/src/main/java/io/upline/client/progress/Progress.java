package io.upline.client.progress;

import java.io.PrintWriter;

/// Shows how much of a file is done. Told of by one thread; ends its line when closed.
public sealed interface Progress extends AutoCloseable permits ProgressOnTerminal, ProgressLines {

    /// Everything up to `bytes` of the file is done, which are `rows` rows.
    void reached(long bytes, long rows);

    @Override
    void close();

    /// A bar when standard error is a terminal, otherwise lines written to `err`.
    static Progress of(String task, long totalBytes, PrintWriter err) {
        return Terminal.showsErrors()
                ? new ProgressOnTerminal(task, totalBytes)
                : new ProgressLines(task, totalBytes, err, System::nanoTime);
    }
}
