package io.upline.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// Files to import.
final class MemberFiles {
    static final String HEADER = "user_id,sponsor_id,joined_at\n";
    static final String JOINED = ",2026-01-01T00:00:00Z\n";

    private MemberFiles() {}

    static String row(String member, String sponsor) {
        return member + "," + sponsor + JOINED;
    }

    /// A root and `count - 1` members below, each sponsored by the one before.
    static String chain(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> row("m" + i, i == 1 ? "" : "m" + (i - 1)))
                .collect(Collectors.joining("", HEADER, ""));
    }

    static String written(Path folder, String content) {
        return written(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    static String written(Path folder, byte[] content) {
        try {
            return Files.write(folder.resolve("members.csv"), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzipped(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
