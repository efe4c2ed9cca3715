package io.upline.service.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Holds JSON against the document's schemas, formats included.
public final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Document document;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    /// The schemas of `document`.
    public Schemas(Document document) {
        this.document = document;
    }

    /// What is wrong with a value, a sentence each.
    public List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("$defs", document.root().at("/components/schemas"));
        return registry.getSchema(whole.toString().replace("#/components/schemas/", "#/$defs/"));
    }

    /// What is wrong with a reply to an operation, a sentence each.
    ///
    /// @param mediaType as the document names it
    public List<String> faults(Operation operation, int status, String mediaType, String body) {
        var response = operation.node().get("responses").get(Integer.toString(status));
        if (response == null) {
            return List.of("%s does not document %d: %s".formatted(operation, status, body));
        }
        var content = document.resolved(response).get("content").get(mediaType);
        if (content == null) {
            return List.of("%s does not document %d as %s".formatted(operation, status, mediaType));
        }
        return mediaType.matches(".*[/+]json")
                ? faults(content.get("schema"), body)
                : faults(content.get("schema"), TextNode.valueOf(body));
    }

    /// What is wrong with a body that must be JSON, a sentence each.
    public List<String> faults(JsonNode schema, String body) {
        try {
            return faults(schema, JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return List.of("This is no JSON: " + e.getOriginalMessage());
        }
    }
}
