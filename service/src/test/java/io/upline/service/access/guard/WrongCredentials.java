package io.upline.service.access.guard;

import io.upline.service.access.Calls;
import io.upline.service.access.Hashes;
import io.upline.service.access.Role;
import io.upline.service.access.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Headers by which nobody is let in.
final class WrongCredentials {
    private static final String OTHER_KEY = "another key that is long enough for HS256, too";

    private WrongCredentials() {}

    /// By what is wrong with them.
    static Map<String, Map<String, String>> all() {
        var all = new LinkedHashMap<String, Map<String, String>>();
        all.putAll(keys());
        tokens().forEach((fault, token) -> all.put(fault, Calls.token(token)));
        all.putAll(headers());
        return all;
    }

    private static Map<String, Map<String, String>> keys() {
        var admin = Calls.keyOf(Role.ADMIN);
        return Map.of(
                "nothing", Map.of(),
                "no secret", Map.of("X-Api-Key", admin),
                "no key", Map.of("X-Api-Secret", Calls.secretOf(admin)),
                "a wrong secret", Calls.key(admin, "wrong"),
                "an empty secret", Calls.key(admin, ""),
                "the hash as the secret", Calls.key(admin, Hashes.sha256(Calls.secretOf(admin))),
                "the secret of another key", Calls.key(admin, Calls.secretOf(Calls.keyOf(Role.GATEWAY))),
                "an unknown key", Calls.key("nobody", Calls.secretOf("nobody")),
                "a key without a name", Calls.key("", ""));
    }

    /// All of them would be an administrator's.
    private static Map<String, String> tokens() {
        var right = Tokens.of(Calls.ADMIN);
        var parts = right.split("\\.", -1);
        var claims = Tokens.claims("active", Calls.ADMIN, Tokens.HOUR_SECONDS);
        var withoutEnd = new HashMap<>(claims);
        withoutEnd.remove("exp");
        var strangeEnd = new HashMap<>(claims);
        strangeEnd.put("exp", "tomorrow");
        var key = Tokens.key(Tokens.SECRET_KEY);
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("expired", Tokens.signed("HS256", key, Tokens.claims("active", Calls.ADMIN, -60)));
        tokens.put("without an end", Tokens.signed("HS256", key, withoutEnd));
        tokens.put("with an end that is no time", Tokens.signed("HS256", key, strangeEnd));
        tokens.put("signed by another key", Tokens.signed("HS256", Tokens.key(OTHER_KEY), claims));
        tokens.put("of another algorithm", Tokens.signed("HS512", key, claims));
        tokens.put("unsigned", Tokens.unsigned("none", claims, ""));
        tokens.put("unsigned in other letters", Tokens.unsigned("nOnE", claims, "x"));
        tokens.put("unsigned with the signature of another", Tokens.unsigned("none", claims, parts[2]));
        tokens.put(
                "with other claims",
                parts[0] + "." + Tokens.of(UUID.randomUUID()).split("\\.", -1)[1] + "." + parts[2]);
        tokens.put("without its signature", parts[0] + "." + parts[1] + ".");
        tokens.put("cut off", right.substring(0, right.length() - 2));
        tokens.put("that is none", "nonsense");
        tokens.put("of dots", "..");
        tokens.put("encrypted by its own word", Tokens.unsigned("dir", claims, "x") + ".x.x");
        tokens.put("whose header is no JSON", encoded("[[[") + "." + parts[1] + "." + parts[2]);
        tokens.put("of a user who is inactive", Tokens.of("inactive", Calls.ADMIN));
        tokens.put("of a user who is barred", Tokens.of("barred", Calls.ADMIN));
        tokens.put("of a user who is gone", Tokens.of("gone", Calls.ADMIN));
        return tokens;
    }

    private static Map<String, Map<String, String>> headers() {
        return Map.of(
                "another scheme", Map.of("Authorization", "Basic " + encoded("admin:admin")),
                "a token without a scheme", Map.of("Authorization", Tokens.of(Calls.ADMIN)),
                "a scheme without a token", Map.of("Authorization", "Bearer "),
                "two tokens in one header", Map.of("Authorization", "Bearer " + Tokens.of(Calls.ADMIN) + " x"),
                "the token of the neighbour's header", Map.of("token", Tokens.of(Calls.ADMIN)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
