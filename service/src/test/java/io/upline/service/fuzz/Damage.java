package io.upline.service.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Makes a good body bad: a field of it, its text, or its bytes.
final class Damage {
    private static final int DEEP = 10_000;
    private static final int MANY = 2_000;
    private static final int LARGE_BYTES = (1 << 20) + 1;

    private final Random random;
    private final Oddities oddities;

    Damage(Random random) {
        this.random = random;
        oddities = new Oddities(random);
    }

    /// A copy of which one field is gone, renamed, unknown, or has a value that is no good.
    ObjectNode ofFields(ObjectNode good) {
        var bad = good.deepCopy();
        var names = List.copyOf(bad.properties());
        var name = names.isEmpty()
                ? "user_id"
                : names.get(random.nextInt(names.size())).getKey();
        switch (random.nextInt(7)) {
            case 0 -> bad.remove(name);
            case 1 -> bad.set(name.toUpperCase(java.util.Locale.ROOT), bad.path(name));
            case 2 -> bad.set(oddities.text() + "/~", oddities.value());
            case 3 -> bad.set(name, bad.arrayNode().add(bad.path(name)));
            default -> bad.set(name, oddities.value());
        }
        return bad;
    }

    /// Another text, which is JSON or is not.
    byte[] ofText(String good) {
        var text = switch (random.nextInt(14)) {
            case 0 -> "[".repeat(DEEP);
            case 1 -> "{\"user_id\":".repeat(DEEP);
            case 2 -> "[".repeat(40) + good + "]".repeat(40);
            case 3 -> good + good;
            case 4 -> good.replaceFirst("\\{", "{\"user_id\": \"twice\", \"reason\": 1, \"user_id\": null, ");
            case 5 -> good.replace('"', '\'');
            case 6 -> good.replace(":", "=");
            case 7 -> "\uFEFF" + good;
            case 8 -> "{" + fields() + "}";
            case 9 -> "[" + good + "]";
            case 10 -> oddities.value().toString();
            case 11 -> "\"" + good.replace("\"", "\\\"") + "\"";
            case 12 -> " ".repeat(LARGE_BYTES);
            default -> oddities.text();
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String fields() {
        var fields = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            fields.append("\"field").append(i).append("\": [").append(i).append("], ");
        }
        return fields.append("\"last\": 1").toString();
    }

    /// Other bytes: cut off, changed, put in, in another encoding, or not characters at all.
    byte[] ofBytes(byte[] good) {
        var at = good.length == 0 ? 0 : random.nextInt(good.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(good, at);
            case 1 -> Arrays.copyOfRange(good, at, good.length);
            case 2 -> changed(good, at);
            case 3 -> joined(Arrays.copyOf(good, at), noise(), Arrays.copyOfRange(good, at, good.length));
            case 4 -> new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            default -> noise();
        };
    }

    private byte[] changed(byte[] good, int at) {
        var bad = good.clone();
        if (bad.length > 0) {
            bad[at] = (byte) random.nextInt(256);
        }
        return bad;
    }

    private byte[] noise() {
        var noise = new byte[1 + random.nextInt(20)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
