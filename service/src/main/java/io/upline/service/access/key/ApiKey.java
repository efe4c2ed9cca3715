package io.upline.service.access.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.upline.service.access.Role;
import io.upline.service.platform.text.Sha256;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/// The key of a service, without its secret.
///
/// A secret is 256 random bits, so nobody finds it by guessing, and a hash that is slow on purpose would only slow
/// every request down.
///
/// @param hash SHA-256 of the secret, in hexadecimal digits
record ApiKey(String id, Role role, String hash) {
    private static final Pattern HASH = Pattern.compile("sha256:([0-9a-f]{64})");

    /// Reads `sha256:` and 64 digits.
    static Optional<String> hashIn(String text) {
        var match = HASH.matcher(text);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /// As it stands in the file, with single spaces.
    String line() {
        return "%s %s sha256:%s".formatted(id, role.word(), hash);
    }

    /// Whether it is this key's secret. Takes the same time however much of it is right.
    boolean isOpenedBy(String secret) {
        return MessageDigest.isEqual(hash.getBytes(US_ASCII), Sha256.hex(secret).getBytes(US_ASCII));
    }
}
