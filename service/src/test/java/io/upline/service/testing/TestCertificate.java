package io.upline.service.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/// A certificate for 127.0.0.1 that nobody but itself has signed, and its key, as PEM files.
public record TestCertificate(Path certificate, Path key) {
    private static final String PASSWORD = "changeit";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /// Makes one in a folder, by the JDK's own tool.
    public static TestCertificate in(Path folder) {
        try {
            var store = folder.resolve("store.p12");
            run(store);
            var entries = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            return new TestCertificate(
                    pem(
                            folder.resolve("certificate.pem"),
                            "CERTIFICATE",
                            entries.getCertificate("it").getEncoded()),
                    pem(
                            folder.resolve("key.pem"),
                            "PRIVATE KEY",
                            entries.getKey("it", PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Path store) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        var exit = new ProcessBuilder(command).start().onExit().join().exitValue();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit);
        }
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, LINES.encodeToString(content), kind));
    }
}
