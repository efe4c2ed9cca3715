package io.upline.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upline.service.openapi.Document;
import io.upline.service.openapi.Operation;
import io.upline.service.plan.file.PlanFile;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Makes up bodies for operations.
final class Bodies {
    private static final String CSV = "text/csv";
    private static final String YAML = "application/yaml";
    private static final byte[] NOTHING = {};

    private final Document document;
    private final Random random;
    private final Values values;
    private final Damage damage;

    Bodies(Document document, Random random, Values values) {
        this.document = document;
        this.random = random;
        this.values = values;
        damage = new Damage(random);
    }

    /// The type that the document names; JSON for an operation that reads no body.
    String mediaType(Operation operation) {
        return operation.hasBody()
                ? content(operation).properties().iterator().next().getKey()
                : "application/json";
    }

    private JsonNode content(Operation operation) {
        return document.resolved(operation.node().get("requestBody")).get("content");
    }

    /// One that the document allows.
    byte[] valid(Operation operation) {
        return operation.hasBody() ? text(operation).getBytes(StandardCharsets.UTF_8) : NOTHING;
    }

    private String text(Operation operation) {
        return switch (mediaType(operation)) {
            case CSV -> file();
            case YAML -> plan();
            default -> object(operation).toString();
        };
    }

    private boolean isJson(Operation operation) {
        return operation.hasBody() && mediaType(operation).equals("application/json");
    }

    private String plan() {
        return PlanFile.builtIn().replace("10.00", "%d.%02d".formatted(random.nextInt(100), random.nextInt(100)));
    }

    private ObjectNode object(Operation operation) {
        var described = content(operation).get(mediaType(operation));
        var value = (ObjectNode) values.valid("", described.get("schema"));
        for (var example : described.findValues("trigger_type")) {
            if (example.isTextual() && value.has("trigger_type") && random.nextBoolean()) {
                value.set("trigger_type", example);
            }
        }
        if (value.has("user_id") && random.nextInt(4) > 0) {
            value.put("user_id", values.uuid());
        }
        return value;
    }

    private String file() {
        var lines = new StringBuilder("user_id,sponsor_id,joined_at\n");
        var sponsor = "";
        for (int i = random.nextInt(5); i >= 0; i--) {
            var member = values.uuid();
            lines.append("%s,%s,2020-01-01T00:00:00Z\n".formatted(member, sponsor));
            sponsor = member;
        }
        return lines.toString();
    }

    /// One with a value on a limit of its schema.
    byte[] limit(Operation operation) {
        if (!isJson(operation)) {
            return valid(operation);
        }
        var value = object(operation);
        var schema =
                document.resolved(content(operation).get(mediaType(operation)).get("schema"));
        var properties =
                schema.has("allOf") ? document.resolved(schema.get("allOf").get(0)) : schema;
        var fields = properties.get("properties").properties().stream().toList();
        var field = fields.get(random.nextInt(fields.size()));
        value.set(field.getKey(), values.limit(field.getKey(), field.getValue()));
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// One that something is wrong with, or that isn't expected at all.
    byte[] bad(Operation operation) {
        if (isJson(operation) && random.nextBoolean()) {
            return damage.ofFields(object(operation)).toString().getBytes(StandardCharsets.UTF_8);
        }
        var good = operation.hasBody() ? text(operation) : "{}";
        return random.nextBoolean() ? damage.ofText(good) : damage.ofBytes(good.getBytes(StandardCharsets.UTF_8));
    }
}
