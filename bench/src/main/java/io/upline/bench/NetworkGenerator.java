package io.upline.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/// Writes a network of any size as CSV, sponsors before the sponsored: `user_id,sponsor_id,joined_at`.
///
/// Usage: `java -cp upline-bench.jar io.upline.bench.NetworkGenerator <file> <members> <end> <seed>`, where `end`
/// is the time of the last birth, as in `2026-01-01T00:00:00Z`. A file name that ends in `.gz` is compressed. The
/// same arguments give the same file.
public final class NetworkGenerator {
    private static final int ARGUMENTS = 4;

    private NetworkGenerator() {}

    /// Writes one file.
    ///
    /// @throws IOException when the file can't be written
    /// @throws IllegalArgumentException when there are not four arguments, or one of them is malformed
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("give four arguments: <file> <members> <end> <seed>");
        }
        int members = Integer.parseInt(arguments[1]);
        write(
                Path.of(arguments[0]),
                new RecruitingHistory(members, Instant.parse(arguments[2]), Long.parseLong(arguments[3])));
    }

    private static void write(Path file, RecruitingHistory history) throws IOException {
        try (Writer csv = new BufferedWriter(new OutputStreamWriter(open(file), StandardCharsets.UTF_8))) {
            csv.write("user_id,sponsor_id,joined_at\n");
            for (int member = 0; member < history.members(); member++) {
                csv.write(history.nextRow());
            }
        }
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
    }
}
