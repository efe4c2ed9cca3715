package io.upline.client.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Walks over the lines of a stream within one buffer, without an object per line.
///
/// A line ends with `\n` or `\r\n`; neither belongs to it. A line that is longer than [#MAX_LINE_BYTES] is passed
/// over: it has a number, and no content.
final class LineReader {
    static final int MAX_LINE_BYTES = 4096;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int length;
    private int next;
    private int limit;
    private long number;
    private boolean overLong;

    LineReader(InputStream in) {
        this.in = in;
    }

    /// Moves to the next line; false at the end of the stream.
    boolean advance() throws IOException {
        overLong = false;
        int end = findEnd();
        if (end < 0) {
            return false;
        }
        start = next;
        length = end - start - (end > start && buffer[end - 1] == '\r' ? 1 : 0);
        overLong |= length > MAX_LINE_BYTES;
        next = Math.min(end + 1, limit);
        number++;
        return true;
    }

    /// The number of the current line; the first line of a file is 1.
    long number() {
        return number;
    }

    boolean overLong() {
        return overLong;
    }

    boolean blank() {
        return length == 0 && !overLong;
    }

    int length() {
        return length;
    }

    String text() {
        return new String(buffer, start, length, StandardCharsets.UTF_8);
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(buffer, start, target, offset, length);
    }

    /// The index behind the last byte of the line that begins at `next`, or -1 when there is none.
    private int findEnd() throws IOException {
        int scanned = 0;
        while (true) {
            for (int i = next + scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            dropIfOverLong();
            scanned = limit - next;
            if (!fill()) {
                return scanned > 0 || overLong ? limit : -1;
            }
        }
    }

    /// One byte more than the limit may be the `\r` of a line that just fits.
    private void dropIfOverLong() {
        if (limit - next > MAX_LINE_BYTES + 1) {
            overLong = true;
            next = limit;
        }
    }

    /// What is left is at most a line, so the buffer always has room.
    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(read, 0);
        return read >= 0;
    }
}
