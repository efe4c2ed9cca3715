package io.upline.service.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/// The body of a problem reply.
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemJson(
        String type, String title, int status, String detail, String instance, List<Problem.FieldError> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static byte[] of(Problem problem, String requestId) {
        var type = problem.type();
        var body = new ProblemJson(
                type.uri(),
                type.title(),
                type.status(),
                problem.detail(),
                "urn:request:" + requestId,
                problem.errors());
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem of strings can't fail to be written.", e);
        }
    }
}
