package io.upline.service.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of the service's own PostgreSQL: readable by its owner only, because what lies in it is run and is
/// everybody's data; and never a folder that was made for something else.
final class DataFolder {
    /// The file by which a folder is known as the service's.
    static final String LOCK = "upline.lock";

    private static final String OWNER_ONLY = "rwx------";

    private DataFolder() {}

    /// Makes the folder where there is none.
    ///
    /// @return the folder's absolute path
    /// @throws IllegalStateException when the folder belongs to something else, is a file, or can't be written
    static Path claim(Path folder) throws IOException {
        var home = folder.toAbsolutePath().normalize();
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new IllegalStateException(home + " is a file; name a folder in DATA_DIR.");
        }
        if (Files.isDirectory(home) && !Files.exists(home.resolve(LOCK)) && !isEmpty(home)) {
            throw new IllegalStateException(
                    "The folder " + home + " holds other files; name an empty or a new one in DATA_DIR.");
        }
        try {
            Files.createDirectories(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(OWNER_ONLY));
            return home;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The folder %s can't be made or is not this user's (%s); name another in DATA_DIR."
                            .formatted(home, System.getProperty("user.name")),
                    e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
