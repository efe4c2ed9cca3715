package io.upline.service.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The embedded server's password: made once, kept in a file that only its owner reads.
record FolderPassword(Path file, String text) {
    private static final int PASSWORD_BYTES = 24;

    static FolderPassword of(Path home) throws IOException {
        var file = home.resolve("postgres.password");
        if (!Files.exists(file)) {
            var bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return new FolderPassword(file, Files.readString(file).strip());
    }
}
