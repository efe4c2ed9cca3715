package io.upline.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/// What replies have named so far, by the name under which a request asks for it: ids, cursors, places in the log.
/// So later requests are about what is really there.
final class Seen {
    private static final int KEPT = 100;
    private static final String PROBLEMS = "/problems/";
    private static final Pattern CURSOR_IN_LINK = Pattern.compile("[?&]cursor=([^&>]+)");
    private static final Map<String, String> ASKED_AS = Map.of(
            "user_id", "user_id",
            "next", "cursor",
            "next_at", "at",
            "as_of_seq", "after",
            "reference", "reference");

    private final Random random;
    private final Map<String, List<String>> values = new HashMap<>();

    Seen(Random random) {
        this.random = random;
    }

    /// One of those under a name, where there are any.
    Optional<String> pick(String name) {
        var known = values.getOrDefault(asId(name), List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    /// Every field of a request that names a member can have any.
    private static String asId(String name) {
        return name.equals("parent_id") || name.endsWith("r_id") ? "user_id" : name;
    }

    /// Remembers what a reply names.
    void learn(JsonNode body, String link) {
        learn(body);
        var cursor = CURSOR_IN_LINK.matcher(link);
        if (cursor.find()) {
            keep("cursor", cursor.group(1));
        }
    }

    private void learn(JsonNode node) {
        node.properties().forEach(field -> learn(field.getKey(), field.getValue()));
        if (node.has("rule")) {
            keep("id", node.path("id").asText());
        }
        node.forEach(this::learn);
    }

    private void learn(String name, JsonNode value) {
        if (name.equals("type") && value.asText().startsWith(PROBLEMS)) {
            keep("slug", value.textValue().substring(PROBLEMS.length()));
        } else if (ASKED_AS.containsKey(name) && value.isValueNode() && !value.isNull()) {
            keep(ASKED_AS.get(name), value.asText());
        }
    }

    private void keep(String name, String value) {
        var known = values.computeIfAbsent(name, first -> new ArrayList<>());
        if (known.size() < KEPT) {
            known.add(value);
        } else {
            known.set(random.nextInt(KEPT), value);
        }
    }
}
