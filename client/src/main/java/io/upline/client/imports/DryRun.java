package io.upline.client.imports;

import io.upline.client.csv.Chunk;
import io.upline.client.csv.ChunkStream;
import io.upline.client.csv.MemberFile;
import io.upline.client.platform.Failure;
import io.upline.client.platform.Service;
import io.upline.client.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Has the service check a whole file in one streamed request, which changes nothing.
final class DryRun {
    static final Duration CHECK_TIMEOUT = Duration.ofHours(2);
    private static final String PATH = ChunkedImport.PATH + "?dry_run=true";

    private final Service service;
    private final Tally tally;
    private final Progress progress;
    private final RowRate rate = new RowRate(System::nanoTime);
    private @Nullable ChunkStream sent;

    DryRun(Service service, Tally tally, Progress progress) {
        this.service = service;
        this.tally = tally;
        this.progress = progress;
    }

    /// Returns when the service has answered for every line.
    void check(Path path) {
        if (hasNoRows(path)) {
            return;
        }
        try {
            service.upload(PATH, () -> body(path), CHECK_TIMEOUT, this::read);
        } catch (Failure e) {
            throw sent == null ? e : sent.failure().orElse(e);
        } finally {
            closeSent();
        }
    }

    private void closeSent() {
        if (sent != null) {
            sent.close();
        }
    }

    private static boolean hasNoRows(Path path) {
        try (MemberFile file = MemberFile.open(path)) {
            return file.next().isEmpty();
        }
    }

    /// A repeated attempt reads the file again.
    private BodyPublisher body(Path path) {
        closeSent();
        ChunkStream stream = new ChunkStream(MemberFile.open(path), this::reached);
        sent = stream;
        return BodyPublishers.ofInputStream(() -> stream);
    }

    private void reached(Chunk chunk) {
        progress.reached(chunk.filePosition(), rate.after(chunk.lastLine() - 1));
    }

    private Tally read(InputStream reply) throws IOException {
        ChunkStream stream = Objects.requireNonNull(sent);
        if (stream.failure().isPresent()) {
            throw stream.failure().get();
        }
        return new ImportReply(tally, stream.overLongLines()).read(reply);
    }
}
