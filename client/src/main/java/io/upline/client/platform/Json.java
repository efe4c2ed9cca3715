package io.upline.client.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/// The service's JSON: snake_case, with fields that this client may not know yet.
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /// The `detail` of a problem, or `otherwise` when the body is not one.
    static String detail(InputStream body, String otherwise) throws IOException {
        try {
            JsonNode problem = MAPPER.readTree(body);
            return problem.path("detail").asText(otherwise);
        } catch (JsonProcessingException e) {
            return otherwise;
        }
    }
}
