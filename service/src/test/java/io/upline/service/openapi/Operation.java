package io.upline.service.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/// One method at one address, as the document describes it.
///
/// @param path with its parameters in braces
public record Operation(String method, String path, JsonNode node) {
    /// Whether it is one of those that the deployed gateway calls.
    public boolean isOfTheGateway() {
        return node.get("tags").toString().contains("gateway");
    }

    /// The canonical operation that it is, or is another address of.
    public String canonical() {
        return isOfTheGateway() ? node.get("summary").textValue().substring("As ".length()) : toString();
    }

    /// Whether it reads a body.
    public boolean hasBody() {
        return node.has("requestBody");
    }

    /// The address with `value` for every parameter.
    public String pathWith(String value) {
        return path.replaceAll("\\{[^}]+}", value);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
