package io.upline.service.platform.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import java.io.IOException;
import java.util.List;

/// Reads a body as JSON. What is none is refused in our words, for the library's speak of its classes and
/// settings. What they mean is found by pieces of them; where none fits, as they may change, the general sentence
/// is told.
final class JsonSyntax {
    /// Deepest nesting that is read.
    static final int NESTING_LEVELS = 32;
    /// Longest number that is read, in characters.
    static final int NUMBER_CHARS = 60;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_LEVELS)
                            .maxNumberLength(NUMBER_CHARS)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private static final String ONE_OBJECT = "one JSON object is expected, and nothing else";

    /// @param sign what the library's message has in it
    /// @param sentence what we say
    private record Fault(String sign, String sentence) {}

    private static final List<Fault> EXPECTED = List.of(
            new Fault("to start field name", "a field's name in double quotes is expected here"),
            new Fault("a colon", "a colon is expected here"),
            new Fault("comma", "a comma is expected here"),
            new Fault("Unrecognized token", "a value is expected here"),
            new Fault("Non-standard token", "a value is expected here"),
            new Fault("a value", "a value is expected here"),
            new Fault("a valid value", "a value is expected here"));

    private JsonSyntax() {}

    /// Reads `bytes` as one JSON value; nothing at all is a missing one. O(bytes).
    ///
    /// @throws Problem 422 when it is not JSON, nested too deeply, or has a field twice or too long a number
    static JsonNode parse(byte[] bytes) {
        try {
            return READER.readTree(bytes);
        } catch (StreamConstraintsException e) {
            throw Problem.of(ProblemType.INVALID_REQUEST, tooMuch(e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw Problem.of(
                    ProblemType.INVALID_REQUEST,
                    "The body is not JSON that can be read: line %d, column %d: %s."
                            .formatted(where.getLineNr(), where.getColumnNr(), sentence(e)));
        } catch (IOException e) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The body can't be read.");
        }
    }

    private static String tooMuch(String message) {
        if (message.contains("nesting")) {
            return "The body is nested too deeply; at most %d levels are read.".formatted(NESTING_LEVELS);
        }
        return message.contains("Number")
                ? "The body has a number that is too long; at most %d characters of one are read."
                        .formatted(NUMBER_CHARS)
                : "The body has a field's name that is too long.";
    }

    private static String sentence(JsonProcessingException e) {
        return switch (e) {
            case JsonEOFException _ -> "the body ends too early";
            case MismatchedInputException _ -> ONE_OBJECT;
            case JsonParseException at when context(at).inRoot() -> ONE_OBJECT;
            case JsonParseException at
            when at.getOriginalMessage().startsWith("Duplicate") ->
                "the field \"%s\" is given twice"
                        .formatted(Shown.shortened(context(at).getCurrentName()));
            default -> expected(e.getOriginalMessage());
        };
    }

    private static JsonStreamContext context(JsonParseException e) {
        return e.getProcessor().getParsingContext();
    }

    private static String expected(String message) {
        return EXPECTED.stream()
                .filter(fault -> message.contains(fault.sign))
                .map(Fault::sentence)
                .findFirst()
                .orElse("this is not JSON");
    }
}
