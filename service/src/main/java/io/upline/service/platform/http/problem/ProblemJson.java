package io.upline.service.platform.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/// The body of a problem reply.
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemJson(
        String type, String title, int status, String detail, String instance, List<Problem.FieldError> errors) {
    /// The media type of that body.
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// The body for one occurrence.
    ///
    /// @param requestId what the log names the request
    public static byte[] of(Problem problem, String requestId) {
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
