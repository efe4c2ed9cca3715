package io.upline.service.access.key;

import io.upline.service.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the file of API keys: `<id> <role> sha256:<64 hexadecimal digits>` a line, and lines that begin with `#`.
public final class ApiKeyFile {
    /// Longest file, in bytes: more than ten thousand keys.
    static final int MAX_BYTES = 1 << 20;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String ROLES = "gateway, service, admin or auditor";
    private static final int PARTS = 3;

    private final Path file;
    private final Map<String, ApiKey> keys = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private ApiKeyFile(Path file) {
        this.file = file;
    }

    /// Checks the whole file.
    ///
    /// @throws InvalidApiKeys with every mistake, as `file:line: sentence`; also when there is no file or no key
    public static void check(Path file) {
        keys(file, text(file));
    }

    /// What the file says now.
    ///
    /// @throws InvalidApiKeys when it can't be read
    static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InvalidApiKeys(
                        List.of(file + ": has more than " + MAX_BYTES + " bytes; name the right file."));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidApiKeys(
                    List.of(file + ": the file of API keys can't be read (" + e.getMessage() + "); correct API_KEYS."));
        }
    }

    /// The keys in `text`, by their ids.
    ///
    /// @throws InvalidApiKeys with every mistake
    static Map<String, ApiKey> keys(Path file, String text) {
        var reading = new ApiKeyFile(file);
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reading.line(i + 1, lines.get(i).strip());
        }
        if (reading.keys.isEmpty() && reading.mistakes.isEmpty()) {
            reading.mistakes.add(file + ": has no key; ./upline key makes one.");
        }
        if (!reading.mistakes.isEmpty()) {
            throw new InvalidApiKeys(reading.mistakes);
        }
        return Map.copyOf(reading.keys);
    }

    /// Those of `keys` that some line of `text` still names, with their role and hash.
    static Map<String, ApiKey> stillNamed(Map<String, ApiKey> keys, String text) {
        var lines = text.lines()
                .map(line -> String.join(" ", line.strip().split("\\s+", -1)))
                .collect(Collectors.toSet());
        return keys.entrySet().stream()
                .filter(key -> lines.contains(key.getValue().line()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        var parts = line.split("\\s+", -1);
        if (parts.length != PARTS || !ID.matcher(parts[0]).matches()) {
            mistake(number, "write <id> <role> sha256:<hash>, as ./upline key prints it.");
            return;
        }
        var role = Role.of(parts[1]).filter(known -> known != Role.MEMBER);
        var hash = ApiKey.hashIn(parts[2]);
        if (role.isEmpty()) {
            mistake(number, "the role is none of " + ROLES + ".");
        } else if (hash.isEmpty()) {
            mistake(number, "the hash is not sha256: and 64 hexadecimal digits.");
        } else if (keys.putIfAbsent(parts[0], new ApiKey(parts[0], role.get(), hash.get())) != null) {
            mistake(number, "there is another key of this id above; every key has one of its own.");
        }
    }

    /// Never shows what stands there: it may be a secret.
    private void mistake(int number, String sentence) {
        mistakes.add(file + ":" + number + ": " + sentence);
    }
}
