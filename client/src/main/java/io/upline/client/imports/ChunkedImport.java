package io.upline.client.imports;

import io.upline.client.csv.Chunk;
import io.upline.client.csv.MemberFile;
import io.upline.client.csv.ReadAhead;
import io.upline.client.platform.Failure;
import io.upline.client.platform.Service;
import io.upline.client.progress.Progress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Sends a file chunk by chunk, each after the one before was acknowledged: sponsors come first.
final class ChunkedImport {
    static final Duration CHUNK_TIMEOUT = Duration.ofMinutes(5);
    static final String PATH = "/mlm/members/import";

    private final Service service;
    private final Tally tally;
    private final Progress progress;
    private final RowRate rate = new RowRate(System::nanoTime);

    ChunkedImport(Service service, Tally tally, Progress progress) {
        this.service = service;
        this.tally = tally;
        this.progress = progress;
    }

    /// Returns when every line was acknowledged.
    ///
    /// @throws Failure that also tells how far it came, when the service or the file fails in between
    void send(Path path) {
        try (MemberFile file = MemberFile.open(path);
                ReadAhead chunks = new ReadAhead(file)) {
            Optional<Chunk> chunk = chunks.take();
            while (chunk.isPresent()) {
                send(chunk.get());
                chunk = chunks.take();
            }
        } catch (Failure e) {
            throw tally.acknowledgedLine() == 0 ? e : e.followedBy(howToComplete());
        }
    }

    private void send(Chunk chunk) {
        service.upload(
                PATH + "?first_line=" + chunk.firstLine(),
                () -> BodyPublishers.ofByteArray(chunk.bytes(), 0, chunk.length()),
                CHUNK_TIMEOUT,
                new ImportReply(tally, chunk.overLongLines()));
        tally.acknowledge(chunk.lastLine());
        progress.reached(chunk.filePosition(), rate.after(chunk.lastLine() - 1));
    }

    private String howToComplete() {
        return "Everything up to line %d is done and stays done. Repeat the same command to complete the rest: rows that are already registered count as present."
                .formatted(tally.acknowledgedLine());
    }
}
