package io.upline.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upline.service.openapi.Document;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Makes up values that a schema of the document allows, and such as lie on its limits or just beyond.
final class Values {
    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);
    private static final int LONGEST = 60;
    private static final int TRIES = 50;
    private static final List<String> ALPHABETS = List.of(
            "abcdefghijklmnopqrstuvwxyz-", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789abcdefghijklmnopqrstuvwxyz.:/_-");

    private final Document document;
    private final Random random;
    private final Seen seen;

    Values(Document document, Random random, Seen seen) {
        this.document = document;
        this.random = random;
        this.seen = seen;
    }

    /// A value that the schema allows.
    ///
    /// @param name of the field or parameter: something of that name may have been seen, or be an example
    JsonNode valid(String name, JsonNode referred) {
        var schema = document.resolved(referred);
        if (schema.has("const")) {
            return schema.get("const");
        }
        for (var choice : List.of("enum", "oneOf", "examples")) {
            if (schema.has(choice)) {
                var chosen = any(schema.get(choice));
                return choice.equals("oneOf") ? valid(name, chosen) : chosen;
            }
        }
        return schema.has("allOf") ? whole(schema) : typed(name, schema);
    }

    private JsonNode typed(String name, JsonNode schema) {
        return switch (typeOf(schema)) {
            case "object" -> object(schema);
            case "array" -> JSON.arrayNode();
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(whole(name, schema));
            case "number" -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(1_000_000), 2));
            case "string" -> JSON.textNode(text(name, schema));
            default -> JSON.nullNode();
        };
    }

    private String typeOf(JsonNode schema) {
        var type = schema.path("type");
        var isObject = type.isMissingNode() && schema.has("properties");
        return isObject ? "object" : (type.isArray() ? any(type) : type).asText();
    }

    private ObjectNode whole(JsonNode schema) {
        var all = JSON.objectNode();
        schema.get("allOf").forEach(part -> all.setAll((ObjectNode) valid("", part)));
        return all;
    }

    private ObjectNode object(JsonNode schema) {
        var properties = schema.get("properties");
        var value = JSON.objectNode();
        var required = names(schema.path("required"));
        if (schema.has("anyOf")) {
            required.addAll(names(any(schema.get("anyOf")).path("required")));
        }
        properties.properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextBoolean()) {
                value.set(property.getKey(), valid(property.getKey(), property.getValue()));
            }
        });
        schema.path("dependentRequired").properties().forEach(dependent -> {
            if (value.has(dependent.getKey())) {
                names(dependent.getValue()).forEach(name -> value.set(name, valid(name, properties.get(name))));
            }
        });
        return value;
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toList());
    }

    private long whole(String name, JsonNode schema) {
        var min = schema.path("minimum").asLong(0);
        var max = Math.min(schema.path("maximum").asLong(Long.MAX_VALUE), min + 1_000);
        return seen.pick(name)
                .filter(known -> random.nextBoolean())
                .map(Long::parseLong)
                .orElseGet(() -> random.nextLong(min, max + 1));
    }

    private String text(String name, JsonNode schema) {
        var known = seen.pick(name);
        if (known.isPresent() && random.nextInt(3) > 0) {
            return known.get();
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> uuid();
            case "date-time" -> Instant.ofEpochSecond(random.nextInt()).toString();
            default ->
                schema.has("pattern")
                        ? matching(Pattern.compile(schema.get("pattern").textValue()))
                        : ofLength(schema, random.nextInt(LONGEST));
        };
    }

    /// An id that nobody has.
    String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String matching(Pattern pattern) {
        for (int i = 0; i < TRIES; i++) {
            var text = letters(ALPHABETS.get(i % ALPHABETS.size()), 1 + random.nextInt(20));
            if (pattern.matcher(text).find()) {
                return text;
            }
        }
        throw new IllegalStateException("No text was found that is " + pattern + "; add an alphabet.");
    }

    private String ofLength(JsonNode schema, int usual) {
        var min = schema.path("minLength").asInt(0);
        var max = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return letters("abc de.fgh-ij/kl \u00f6\u00df\u00f1\u4e2d", Math.clamp(usual, min, max));
    }

    private String letters(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(at -> alphabet.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    /// A value on a limit of the schema or one beyond, whatever the type.
    JsonNode limit(String name, JsonNode referred) {
        var schema = document.resolved(referred);
        var minimum = schema.path("minimum").asLong(0);
        var maximum = schema.path("maximum").asLong(Long.MAX_VALUE);
        var shortest = schema.path("minLength").asInt(0);
        var longest = schema.path("maxLength").asInt(200);
        var length = List.of(0, Math.max(shortest - 1, 0), shortest, longest, longest + 1)
                .get(random.nextInt(5));
        return switch (typeOf(schema)) {
            case "integer", "number" ->
                JSON.numberNode(List.of(minimum - 1, minimum, minimum + 1, maximum, maximum - 1, maximum + 1, 0L, -1L)
                        .get(random.nextInt(8)));
            case "string" -> JSON.textNode("x".repeat(length));
            default -> valid(name, schema);
        };
    }

    private JsonNode any(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }
}
