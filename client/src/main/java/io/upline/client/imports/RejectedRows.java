package io.upline.client.imports;

import io.upline.client.platform.Failure;
import io.upline.client.platform.Printable;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The rows that were not taken, kept in a temporary file: there may be as many as the user's file has.
final class RejectedRows implements Closeable {
    private @Nullable Path file;
    private @Nullable BufferedWriter writer;

    void add(long line, String reason) {
        try {
            open().append("  line ")
                    .append(Long.toString(line))
                    .append(": ")
                    .append(Printable.of(reason))
                    .append('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Writes all of them to `out`, in the order in which they were added.
    void printTo(PrintWriter out) {
        if (file == null || writer == null) {
            return;
        }
        try {
            writer.flush();
            copy(file, out);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        if (file == null || writer == null) {
            return;
        }
        try {
            writer.close();
            Files.delete(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private BufferedWriter open() throws IOException {
        if (writer == null) {
            file = Files.createTempFile("upline-rejected-", ".txt");
            file.toFile().deleteOnExit();
            writer = Files.newBufferedWriter(file);
        }
        return writer;
    }

    private static void copy(Path file, PrintWriter out) throws IOException {
        try (Reader rows = Files.newBufferedReader(file)) {
            rows.transferTo(out);
        }
    }

    private static Failure failed(IOException e) {
        return new Failure("The rejected rows cannot be kept in a temporary file (%s).".formatted(e.getMessage()));
    }
}
