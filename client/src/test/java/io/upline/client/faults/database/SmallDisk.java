package io.upline.client.faults.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A file system of a few megabytes in memory, which a test can fill. Needs root.
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK_BYTES = 65_536;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /// Mounts it, or skips the test where that is not possible.
    static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        var mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        Assumptions.assumeTrue(mounted, "A disk can be filled only as root: mounting a tmpfs was refused.");
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /// Takes all the space that is left.
    void fill() throws IOException {
        try (var file = Files.newOutputStream(ballast())) {
            var block = new byte[BLOCK_BYTES];
            while (true) {
                file.write(block);
            }
        } catch (IOException e) {
            if (Files.size(ballast()) == 0) {
                throw e;
            }
        }
    }

    /// Gives it back.
    void free() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", folder.toString());
    }

    private static boolean run(String... command) throws IOException {
        return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
    }
}
