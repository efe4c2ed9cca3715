package io.upline.service.access;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// Tokens, right and wrong ones.
public final class Tokens {
    /// The key that the authentication service and the one under test share.
    public static final String SECRET_KEY = "a test's own secret key, ${long} enough for HS256";
    /// How long a token is good for unless a test says otherwise.
    public static final long HOUR_SECONDS = 3_600;

    private static final String BASE64_URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Tokens() {}

    /// A token as the authentication service gives it to an active user.
    public static String of(UUID user) {
        return of("active", user);
    }

    /// The token of a user who fares in some way; see [FakeAuthentication].
    public static String of(String kind, UUID user) {
        return signed("HS256", key(SECRET_KEY), claims(kind, user, HOUR_SECONDS));
    }

    /// What the authentication service writes in a token.
    public static Map<String, Object> claims(String kind, UUID user, long secondsLeft) {
        return Map.of(
                "sub",
                kind + "-" + user + "@example.com",
                "exp",
                Instant.now().getEpochSecond() + secondsLeft,
                "jti",
                UUID.randomUUID().toString());
    }

    /// A token with those claims, signed by an algorithm with a key.
    public static String signed(String algorithm, Key key, Map<String, Object> claims) {
        return signed(algorithm, key, claims, Map.of());
    }

    /// The same with more in its header.
    public static String signed(String algorithm, Key key, Map<String, Object> claims, Map<String, String> header) {
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(key);
        token.setPayload(JsonUtil.toJson(claims));
        token.setDoKeyValidation(false);
        header.forEach(token::setHeader);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A token that says of itself that it needs no signature.
    public static String unsigned(String algorithm, Map<String, Object> claims, String signature) {
        return encoded("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm)) + "." + encoded(JsonUtil.toJson(claims))
                + "." + signature;
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /// The same token with every other last character that a token may have. Some of them are read as the same
    /// bytes by who isn't strict.
    public static List<String> withAnotherEnd(String token) {
        var last = token.length() - 1;
        return BASE64_URL
                .chars()
                .filter(end -> end != token.charAt(last))
                .mapToObj(end -> token.substring(0, last) + (char) end)
                .toList();
    }

    /// A key for HS256.
    public static Key key(String secret) {
        return new HmacKey(secret.getBytes(StandardCharsets.UTF_8));
    }
}
