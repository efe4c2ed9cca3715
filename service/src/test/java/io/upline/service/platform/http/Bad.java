package io.upline.service.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Things that no client should send.
public final class Bad {
    public static final int LARGE_BYTES = 2 << 20;
    private static final int DEEP = 10_000;
    private static final int MANY = 50_000;

    private Bad() {}

    /// Bodies for a route that reads a JSON object, by what is bad about them.
    public static Map<String, byte[]> bodies() {
        var id = UUID.randomUUID();
        var bodies = new LinkedHashMap<String, byte[]>();
        texts(id).forEach((name, text) -> bodies.put(name, text.getBytes(StandardCharsets.UTF_8)));
        bodies.put("invalid UTF-8", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});
        bodies.put(
                "invalid UTF-8 in an id",
                ("{\"user_id\": \"" + id + "\u00ff\"}").getBytes(StandardCharsets.ISO_8859_1));
        bodies.put("NUL characters", new byte[1_000]);
        bodies.put("2 MB", " ".repeat(LARGE_BYTES).getBytes(StandardCharsets.US_ASCII));
        return bodies;
    }

    private static Map<String, String> texts(UUID id) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("nothing", "");
        texts.put("white space", " \r\n\t");
        texts.put("not JSON", "user_id=" + id);
        texts.put("JSON cut off", "{\"user_id\": \"" + id);
        texts.put("two documents", "{\"user_id\": \"%s\", \"source_user_id\": \"%s\"} {}".formatted(id, id));
        texts.put("null", "null");
        texts.put("an array", "[{\"user_id\": \"" + id + "\"}]");
        texts.put("a number", "42");
        texts.put("a text", "\"" + id + "\"");
        texts.put("an empty object", "{}");
        texts.put("numbers for ids", "{\"user_id\": 42, \"source_user_id\": 42, \"trigger_type\": 42}");
        texts.put("objects for ids", "{\"user_id\": {}, \"source_user_id\": {}, \"trigger_type\": {}}");
        texts.put("arrays for ids", "{\"user_id\": [], \"source_user_id\": [], \"trigger_type\": []}");
        texts.put("no ids", "{\"user_id\": \"1-1-1-1-1\", \"source_user_id\": \"1-1-1-1-1\"}");
        texts.put("words for ids", "{\"user_id\": \"me\", \"parent_id\": \"you\", \"source_user_id\": \"me\"}");
        texts.put("a name twice", "{\"user_id\": \"%s\", \"user_id\": \"%s\"}".formatted(id, id));
        texts.put("a NUL in an id", "{\"user_id\": \"\\u0000\", \"source_user_id\": \"\\u0000\"}");
        texts.put(
                "a NUL in a name", "{\"source_user_id\": \"%s\", \"trigger_type\": \"referral\\u0000\"}".formatted(id));
        texts.put(
                "half a character",
                "{\"source_user_id\": \"%s\", \"trigger_type\": \"referral\", \"reference\": \"\\ud800\"}"
                        .formatted(id));
        texts.put("a huge exponent", amount(id, "1e999999999"));
        texts.put("a tiny exponent", amount(id, "1e-999999999"));
        texts.put("a long number", amount(id, "9".repeat(10_000)));
        texts.put("not a number", amount(id, "NaN"));
        texts.put("deep arrays", "[".repeat(DEEP));
        texts.put("deep objects", "{\"user_id\":".repeat(DEEP));
        texts.put("many unknown fields", many());
        return texts;
    }

    private static String amount(UUID id, String amount) {
        return "{\"source_user_id\": \"%s\", \"trigger_type\": \"purchase\", \"amount\": %s}".formatted(id, amount);
    }

    private static String many() {
        var body = new StringBuilder("{");
        for (int i = 0; i < MANY; i++) {
            body.append("\"field").append(i).append("\": 1, ");
        }
        return body.append("\"last\": 1}").toString();
    }

    /// What stands for an id in an address, encoded.
    public static List<String> ids() {
        return List.of(
                "42",
                "None",
                "1-1-1-1-1",
                UUID.randomUUID() + "0",
                UUID.randomUUID().toString().replace('-', '_'),
                "%00",
                "%2F",
                "..%2F..%2Fetc%2Fpasswd",
                "%25ZZ",
                "%2525",
                "%F0%9F%92%A9",
                "%C3%28",
                "a%20b",
                "a;b=c",
                "a".repeat(3_000));
    }

    /// Bodies for a route that reads CSV, by what is bad about them.
    public static Map<String, byte[]> files() {
        return Map.of(
                "nothing",
                new byte[0],
                "JSON",
                "{}".getBytes(StandardCharsets.US_ASCII),
                "another header",
                "user_id,sponsor_id\n".getBytes(StandardCharsets.US_ASCII),
                "NUL characters",
                new byte[10_000],
                "invalid UTF-8",
                new byte[] {(byte) 0xC3, (byte) 0x28, '\n'},
                "one long line",
                "a".repeat(LARGE_BYTES).getBytes(StandardCharsets.US_ASCII));
    }
}
