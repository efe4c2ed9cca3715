package io.upline.service.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of a stream, ended by LF or CR LF. Of a line that is too long only the beginning is kept, so that no input
/// takes more memory than another.
final class BoundedLines {
    /// The longest line that is read, in bytes. A longer one comes back one byte longer than this.
    static final int LINE_BYTES = 4_096;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] line = new byte[LINE_BYTES + 1];
    private int at;
    private int end;

    BoundedLines(InputStream in) {
        this.in = in;
    }

    /// The next line without its end, or null after the last.
    @Nullable
    String next() throws IOException {
        var length = 0;
        var read = false;
        while (at < end || fill()) {
            read = true;
            var next = buffer[at++];
            if (next == '\n') {
                return text(length);
            }
            if (length < line.length) {
                line[length++] = next;
            }
        }
        return read ? text(length) : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.read(buffer);
        return end > 0;
    }

    private String text(int length) {
        var bare = length > 0 && length <= LINE_BYTES && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, bare, StandardCharsets.UTF_8);
    }
}
