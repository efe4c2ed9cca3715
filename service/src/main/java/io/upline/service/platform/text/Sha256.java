package io.upline.service.platform.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of texts and payloads.
public final class Sha256 {
    /// To copy one is faster than to look for its provider.
    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    /// The hash of a text in UTF-8 with a payload behind it, in 64 hexadecimal digits.
    public static String hex(String text, byte... payload) {
        var digest = digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(payload));
    }

    /// A new digest, for what comes in parts.
    public static MessageDigest digest() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The digests of every JDK can be copied.", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
