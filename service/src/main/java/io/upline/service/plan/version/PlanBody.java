package io.upline.service.plan.version;

import io.upline.engine.plan.Plan;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.plan.file.Reading;
import io.upline.service.plan.yaml.Mistake;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.Problem.FieldError;
import io.upline.service.platform.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a plan from a request's body.
final class PlanBody {
    private PlanBody() {}

    /// The plan.
    ///
    /// @throws Problem 415 when the request doesn't say what it is, 422 with every mistake
    ///     and its line
    static Plan read(byte[] bytes, RoutingContext context) {
        if (context.request().getHeader("Content-Type") == null) {
            throw Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The request has no Content-Type; send a plan of the type application/yaml.");
        }
        return switch (PlanFile.read(text(bytes))) {
            case Reading.Valid(var plan) -> plan;
            case Reading.Invalid(var mistakes) -> throw wrong(mistakes);
        };
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The plan is not UTF-8; send it in that encoding.");
        }
    }

    private static String sentence(Mistake mistake) {
        return mistake.sentence().endsWith("?") ? mistake.toString() : mistake + ".";
    }

    private static Problem wrong(List<Mistake> mistakes) {
        return Problem.ofFields(mistakes.stream()
                .limit(JsonBody.MISTAKES)
                .map(mistake -> new FieldError("", sentence(mistake)))
                .toList());
    }
}
