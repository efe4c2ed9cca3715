package io.upline.client.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL's programs, unpacked once into the module's `target`.
final class PostgresBinaries {
    private static final Path HOME = Path.of("target", "postgres").toAbsolutePath();

    private PostgresBinaries() {}

    /// A command line of one of the programs. PostgreSQL refuses to be run by root, so root steps down.
    static List<String> command(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder().resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static synchronized Path folder() throws IOException {
        var found = unpacked();
        if (found.isEmpty()) {
            unpack();
            found = unpacked();
        }
        return found.getFirst();
    }

    private static List<Path> unpacked() throws IOException {
        if (!Files.isDirectory(HOME)) {
            return List.of();
        }
        try (var inside = Files.list(HOME)) {
            return inside.map(path -> path.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("postgres")))
                    .toList();
        }
    }

    /// The library unpacks only on the way to a server.
    private static void unpack() {
        try {
            EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(HOME.toFile())
                    .start()
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
