package io.upline.client.csv;

import io.upline.client.platform.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All chunks of a file as one stream of bytes, with the header line once at its beginning.
///
/// Remembers what a reader that only moves bytes would lose: the lines that were too long, and why reading ended
/// early.
public final class ChunkStream extends InputStream {
    private final MemberFile file;
    private final ReadAhead chunks;
    private final Consumer<Chunk> begun;
    private final List<Long> overLongLines = new ArrayList<>();
    private @Nullable Chunk current;
    private @Nullable Failure failure;
    private int position;

    /// Takes `file` over; `begun` is told of every chunk that the reader reaches.
    public ChunkStream(MemberFile file, Consumer<Chunk> begun) {
        this.file = file;
        this.chunks = new ReadAhead(file);
        this.begun = begun;
    }

    /// The numbers of the lines that were too long to be passed on, as far as the stream was read.
    public List<Long> overLongLines() {
        return overLongLines;
    }

    /// Why the stream ended before the file did.
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        Chunk chunk = chunkWithBytesLeft();
        if (chunk == null) {
            return -1;
        }
        int count = Math.min(wanted, chunk.length() - position);
        System.arraycopy(chunk.bytes(), position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() {
        chunks.close();
        file.close();
    }

    private @Nullable Chunk chunkWithBytesLeft() throws IOException {
        if (current != null && position < current.length()) {
            return current;
        }
        position = current == null ? 0 : Chunk.headerLength();
        current = take().orElse(null);
        if (current != null) {
            overLongLines.addAll(current.overLongLines());
            begun.accept(current);
        }
        return current;
    }

    private Optional<Chunk> take() throws IOException {
        try {
            return chunks.take();
        } catch (Failure e) {
            failure = e;
            throw new IOException(e);
        }
    }
}
