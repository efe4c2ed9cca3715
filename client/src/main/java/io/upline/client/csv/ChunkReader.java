package io.upline.client.csv;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Cuts the lines behind the header into chunks, in order.
///
/// Blank lines are held back until a line with content follows: those at the end of a file mean nothing, those
/// inside are passed on for the service to report.
final class ChunkReader {
    private final LineReader lines;
    private final LongSupplier filePosition;
    private long passedOn;
    private boolean lineWaits;

    /// `lines` stands on the header line.
    ChunkReader(LineReader lines, LongSupplier filePosition) {
        this.lines = lines;
        this.filePosition = filePosition;
        this.passedOn = lines.number();
    }

    Optional<Chunk> next() throws IOException {
        Chunk chunk = new Chunk(passedOn + 1);
        while (chunk.hasRoom() && findContent()) {
            passOnOneLine(chunk);
        }
        chunk.readUpTo(filePosition.getAsLong());
        return chunk.lines() == 0 ? Optional.empty() : Optional.of(chunk);
    }

    private boolean findContent() throws IOException {
        while (!lineWaits) {
            if (!lines.advance()) {
                return false;
            }
            lineWaits = !lines.blank();
        }
        return true;
    }

    private void passOnOneLine(Chunk chunk) {
        passedOn++;
        if (passedOn < lines.number()) {
            chunk.addBlank();
        } else {
            chunk.add(lines);
            lineWaits = false;
        }
    }
}
