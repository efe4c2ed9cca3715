package io.upline.bench.load.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// The secret of the key, and secrets of which only the beginning is right.
final class Secret {
    static final String RIGHT = "JmQ4b0xZc2tHd1R1N3ZpRWE5UnBCMmZDeGg1TnFVZ1k";

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Secret() {}

    /// As the file of keys has it.
    static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// A secret as long as the right one, of which exactly so many characters at the beginning are right; what
    /// follows is random.
    static String wrongAfter(int right, RandomGenerator random) {
        var secret = new StringBuilder(RIGHT);
        for (int i = right; i < RIGHT.length(); i++) {
            var other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            // One place further where chance met the right one.
            secret.setCharAt(i, other == RIGHT.charAt(i) ? next(other) : other);
        }
        return secret.toString();
    }

    private static char next(char character) {
        return CHARACTERS.charAt((CHARACTERS.indexOf(character) + 1) % CHARACTERS.length());
    }
}
