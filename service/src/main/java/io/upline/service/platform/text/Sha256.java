package io.upline.service.platform.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of texts and payloads.
public final class Sha256 {
    private Sha256() {}

    /// The 32 bytes of the hash of a text in UTF-8.
    public static byte[] of(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The hash of a text in UTF-8 with a payload behind it, in 64 hexadecimal digits.
    public static String hex(String text, byte... payload) {
        var digest = digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(payload));
    }

    /// A new digest, for what comes in parts.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
