package io.upline.client.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// A key that nobody has yet.
///
/// @param secret 256 random bits, in the 64 characters that need no quoting anywhere
record NewKey(String id, KeyRole role, String secret) {
    private static final int ID_BYTES = 4;
    private static final int SECRET_BYTES = 32;

    /// Draws a key.
    static NewKey draw(KeyRole role, RandomGenerator random) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new NewKey(
                role + "-" + HexFormat.of().formatHex(id),
                role,
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /// What the service's file holds of it: not the secret.
    String line() {
        return "%s %s sha256:%s".formatted(id, role, HexFormat.of().formatHex(hash()));
    }

    private byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
