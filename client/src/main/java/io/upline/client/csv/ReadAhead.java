package io.upline.client.csv;

import io.upline.client.platform.Failure;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads and decompresses the next chunk of a file while the caller is busy with the current one.
///
/// Never holds more than one chunk. Does not close the file.
public final class ReadAhead implements AutoCloseable {
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("read-ahead").factory());
    private final MemberFile file;
    private Future<Optional<Chunk>> next;

    /// Begins to read `file`, which nobody else may read from now on.
    public ReadAhead(MemberFile file) {
        this.file = file;
        this.next = reader.submit(file::next);
    }

    /// The next chunk, or nothing at the end of the file.
    ///
    /// @throws Failure when the file cannot be read on
    public Optional<Chunk> take() {
        try {
            Optional<Chunk> chunk = next.get();
            next = reader.submit(file::next);
            return chunk;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.");
        }
    }

    /// Returns when the reading has ended, so that the file may be closed.
    @Override
    public void close() {
        reader.close();
    }
}
