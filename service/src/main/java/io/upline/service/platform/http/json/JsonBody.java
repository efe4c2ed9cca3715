package io.upline.service.platform.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import io.upline.service.platform.http.route.Aliases;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/// A request's JSON object, read strictly: every wrong field is collected and told in one reply.
///
/// Ask for each field, then call [#check()] before using any of them. On canonical routes a field that nobody asked
/// for is an error with a hint at the nearest name; on the gateway's aliases it is ignored.
public final class JsonBody {
    /// Most mistakes told in one reply.
    public static final int MISTAKES = 20;

    /// Stands for a required id that is missing or wrong; never seen after [#check()].
    private static final UUID NO_ID = new UUID(0, 0);
    /// What clients of the original service send for "nobody".
    private static final Set<String> ABSENT = Set.of("", "None");

    private final JsonNode fields;
    private final FieldNames known;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    private JsonBody(JsonNode fields, FieldNames known) {
        this.fields = fields;
        this.known = known;
    }

    /// Reads `bytes` as one JSON object of which the fields `known` may be asked for.
    ///
    /// @throws Problem 415 when the request doesn't say that it is JSON; 422 when it is not JSON, not an object, or
    ///     nested too deeply
    public static JsonBody read(byte[] bytes, RoutingContext context, String... known) {
        if (context.request().getHeader("Content-Type") == null) {
            throw Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The request has no Content-Type; send a body of the type application/json.");
        }
        var node = JsonSyntax.parse(bytes);
        if (!node.isObject()) {
            throw Problem.of(
                    ProblemType.INVALID_REQUEST, "The body must be a JSON object; it is %s.".formatted(describe(node)));
        }
        var body = new JsonBody(node, new FieldNames(List.of(known)));
        if (!Aliases.isLenient(context)) {
            node.fieldNames().forEachRemaining(name -> body.known.unknown(name).ifPresent(body::add));
        }
        return body;
    }

    /// For a route that needs no body: none, `null` or `{}` will do.
    ///
    /// @throws Problem 422 for anything else; on the gateway's aliases only when it is not JSON
    public static void requireNone(byte[] bytes, RoutingContext context) {
        if (bytes.length == 0) {
            return;
        }
        var node = JsonSyntax.parse(bytes);
        if (!Aliases.isLenient(context) && !node.isNull() && !(node.isObject() && node.isEmpty())) {
            throw Problem.of(
                    ProblemType.INVALID_REQUEST, "The route takes no body; it is %s.".formatted(describe(node)));
        }
    }

    /// A required id.
    public UUID uuid(String field) {
        var node = fields.get(field);
        if (node == null || node.isNull()) {
            return wrong(field, "%s is missing; write a UUID.".formatted(field));
        }
        return idOf(field, node);
    }

    /// An optional id; `null`, `""` and `"None"` mean absent.
    public Optional<UUID> optionalUuid(String field) {
        var node = fields.get(field);
        if (node == null || node.isNull() || (node.isTextual() && ABSENT.contains(node.textValue()))) {
            return Optional.empty();
        }
        return Optional.of(idOf(field, node));
    }

    private UUID idOf(String field, JsonNode node) {
        return (node.isTextual() ? Ids.parse(node.textValue()) : Optional.<UUID>empty())
                .orElseGet(() -> wrong(field, "%s is %s; write a UUID.".formatted(field, describe(node))));
    }

    private UUID wrong(String field, String detail) {
        error(field, detail);
        return NO_ID;
    }

    /// A required text of 1 to `maxChars` characters, none of them invisible.
    public String visibleText(String field, int maxChars) {
        var text = text(field, maxChars);
        TextFault.unseenIn(text).ifPresent(fault -> error(field, field + " " + fault));
        return text;
    }

    /// A required text of 1 to `maxChars` characters.
    public String text(String field, int maxChars) {
        if (isAbsent(field)) {
            error(field, "%s is missing; %s".formatted(field, TextFault.write(maxChars)));
        }
        return optionalText(field, maxChars).orElse("");
    }

    /// An optional text of 1 to `maxChars` characters; `null` means absent.
    public Optional<String> optionalText(String field, int maxChars) {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        var node = fields.get(field);
        var fault = node.isTextual()
                ? TextFault.in(node.textValue(), maxChars)
                : Optional.of("is %s; %s".formatted(describe(node), TextFault.write(maxChars)));
        fault.ifPresent(wrong -> error(field, field + " " + wrong));
        return fault.isEmpty() ? Optional.of(node.textValue()) : Optional.empty();
    }

    /// Whether a field is there and says `null`.
    public boolean isNull(String field) {
        return fields.path(field).isNull();
    }

    private boolean isAbsent(String field) {
        return !fields.hasNonNull(field);
    }

    /// A required time as RFC 3339 writes it, in µs since 1970.
    public long time(String field) {
        var node = fields.get(field);
        if (node != null && node.isTextual()) {
            try {
                return ChronoUnit.MICROS.between(
                        Instant.EPOCH, OffsetDateTime.parse(node.textValue()).toInstant());
            } catch (DateTimeException | ArithmeticException e) {
                // Told below, like everything that is no time.
            }
        }
        error(
                field,
                "%s is %s; write a time such as 2026-12-31T00:00:00Z."
                        .formatted(field, describe(node == null ? MissingNode.getInstance() : node)));
        return 0;
    }

    /// An optional whole number from `min` to `max`.
    public OptionalInt optionalWhole(String field, int min, int max) {
        var node = fields.get(field);
        if (node == null || node.isNull()) {
            return OptionalInt.empty();
        }
        if (!node.isInt() || node.intValue() < min || node.intValue() > max) {
            error(field, "%s is %s; write a whole number from %d to %d.".formatted(field, describe(node), min, max));
            return OptionalInt.empty();
        }
        return OptionalInt.of(node.intValue());
    }

    /// A required decimal number, exactly as written; empty when it is missing or wrong, which is told.
    public Optional<BigDecimal> decimal(String field) {
        if (isAbsent(field)) {
            error(field, "%s is missing; write a number.".formatted(field));
        }
        return optionalDecimal(field);
    }

    /// An optional decimal number, exactly as written; a text is not a number.
    public Optional<BigDecimal> optionalDecimal(String field) {
        var node = fields.get(field);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isNumber()) {
            error(field, "%s is %s; write a number.".formatted(field, describe(node)));
            return Optional.empty();
        }
        return Optional.of(node.decimalValue());
    }

    /// Adds a mistake that only the feature can see.
    public void error(String field, String detail) {
        add(new Problem.FieldError("/" + field, detail));
    }

    private void add(Problem.FieldError error) {
        if (errors.size() < MISTAKES) {
            errors.add(error);
        }
    }

    /// Ends the reading.
    ///
    /// @throws Problem 422 with every wrong field
    public void check() {
        if (!errors.isEmpty()) {
            throw Problem.ofFields(errors);
        }
    }

    private static String describe(JsonNode node) {
        var text = node.isTextual()
                ? "\"" + node.textValue() + "\""
                : switch (node.getNodeType()) {
                    case OBJECT -> "an object";
                    case ARRAY -> "an array";
                    case MISSING -> "empty";
                    default -> node.toString();
                };
        return Shown.shortened(text);
    }
}
