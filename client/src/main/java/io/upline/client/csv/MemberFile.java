package io.upline.client.csv;

import io.upline.client.platform.Failure;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// An open file of members whose header line is right: plain or compressed CSV, with or without a byte order mark.
///
/// To be read once, by one thread at a time, through [#next()].
public final class MemberFile implements Closeable {
    /// The first line of every file of members.
    public static final String HEADER = "user_id,sponsor_id,joined_at";

    static final byte[] HEADER_LINE = (HEADER + "\n").getBytes(StandardCharsets.US_ASCII);
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int SHOWN_HEADER_CHARACTERS = 80;

    private final Path path;
    private final CountingStream stored;
    private final ChunkReader chunks;

    private MemberFile(Path path, CountingStream stored) throws IOException {
        this.path = path;
        this.stored = stored;
        LineReader lines = new LineReader(decompressed(stored));
        checkHeader(path, lines);
        this.chunks = new ChunkReader(lines, stored::count);
    }

    /// Opens `path` and reads its header line.
    ///
    /// @throws Failure when there is no such file, or its first line is not [#HEADER]
    public static MemberFile open(Path path) {
        if (!Files.exists(path)) {
            throw new Failure("There is no file " + path + ".");
        }
        if (Files.isDirectory(path)) {
            throw new Failure(path + " is a directory. Name one CSV file in it.");
        }
        if (!Files.isRegularFile(path)) {
            throw new Failure(path + " is a pipe or a device. Save its content as a file first.");
        }
        try {
            return opened(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// The next chunk, or nothing at the end of the file.
    ///
    /// @throws Failure when the file cannot be read on
    public Optional<Chunk> next() {
        try {
            return chunks.next();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            stored.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static MemberFile opened(Path path) throws IOException {
        CountingStream stored = new CountingStream(Files.newInputStream(path));
        try {
            return new MemberFile(path, stored);
        } catch (IOException | Failure e) {
            stored.close();
            throw e;
        }
    }

    private static InputStream decompressed(InputStream stored) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stored, 1 << 16);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private static void checkHeader(Path path, LineReader lines) throws IOException {
        if (!lines.advance()) {
            throw new Failure("%s is empty. Its first line must be %s".formatted(path, HEADER));
        }
        String header = lines.overLong() ? "a very long line" : lines.text().replace("\uFEFF", "");
        if (!header.replaceAll("[\" ]", "").toLowerCase(Locale.ROOT).equals(HEADER)) {
            throw new Failure("The first line of %s must be %s but is: %s".formatted(path, HEADER, shown(header)));
        }
    }

    private static String shown(String header) {
        String plain = header.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= SHOWN_HEADER_CHARACTERS ? plain : plain.substring(0, SHOWN_HEADER_CHARACTERS) + "…";
    }

    private static Failure unreadable(Path path, IOException e) {
        return new Failure("%s cannot be read, or is damaged (%s).".formatted(path, e.getMessage()));
    }
}
