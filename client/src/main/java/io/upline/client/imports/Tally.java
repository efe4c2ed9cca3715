package io.upline.client.imports;

import java.io.Closeable;

/// What has become of the rows so far.
final class Tally implements Closeable {
    private final RejectedRows rejectedRows = new RejectedRows();
    private long registered;
    private long present;
    private long rejected;
    private long listed;
    private long acknowledgedLine;

    void reject(long line, String reason) {
        rejectedRows.add(line, reason);
        listed++;
    }

    void add(long newlyRegistered, long alreadyPresent, long turnedDown) {
        registered += newlyRegistered;
        present += alreadyPresent;
        rejected += turnedDown;
    }

    void acknowledge(long line) {
        acknowledgedLine = line;
    }

    long registered() {
        return registered;
    }

    long present() {
        return present;
    }

    long rejected() {
        return rejected;
    }

    /// The rejected rows of which the service told no line and reason.
    long unlisted() {
        return Math.max(rejected - listed, 0);
    }

    /// The last line up to which the service has answered; 0 for none.
    long acknowledgedLine() {
        return acknowledgedLine;
    }

    RejectedRows rejectedRows() {
        return rejectedRows;
    }

    @Override
    public void close() {
        rejectedRows.close();
    }
}
