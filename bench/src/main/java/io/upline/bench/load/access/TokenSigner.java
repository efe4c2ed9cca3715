package io.upline.bench.load.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs tokens as the authentication service does: HS256, with an e-mail address in `sub`, and `exp`.
final class TokenSigner {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    /// Longer than any measurement.
    private static final Duration LASTS = Duration.ofDays(1);

    private final Mac mac;

    TokenSigner(String key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
        }
    }

    /// A token of the person with this number.
    ///
    /// @param claim that holds the user's id
    String token(int person, String claim, String userId) {
        var claims = "{\"sub\":\"member-%d@example.com\",\"%s\":\"%s\",\"exp\":%d}"
                .formatted(person, claim, userId, Instant.now().plus(LASTS).getEpochSecond());
        var signed =
                base64(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
