package io.upline.service.audit;

import java.util.StringJoiner;

/// Entries of the log, put together from the first to the last: what follows each other is one range.
public final class SeqRanges {
    private final StringJoiner ranges = new StringJoiner(",", "{", "}");
    private long from;
    private long to;

    /// Adds an entry that comes after all others. O(1).
    public void add(long seq) {
        if (seq != to) {
            endRange();
            from = seq;
        }
        to = seq + 1;
    }

    private void endRange() {
        if (to > from) {
            ranges.add(range());
        }
    }

    private String range() {
        return "[%d,%d)".formatted(from, to);
    }

    /// As PostgreSQL writes a multirange. Nothing is added afterwards.
    String text() {
        endRange();
        return ranges.toString();
    }
}
