package io.upline.client;

import io.upline.client.faults.audit.SpilloverModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A network of 100,000 members with the shape of a real one.
final class RealNetwork {
    static final Path FILE = Path.of("src", "test", "resources", "network-100k.csv.gz");
    static final String HEADER = "user_id,sponsor_id,joined_at";

    private RealNetwork() {}

    /// The first rows of the file, without its header.
    static List<String> rows(int count) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).limit(count).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void join(SpilloverModel model, String row) {
        var columns = row.split(",", -1);
        model.join(columns[0], columns[1]);
    }
}
