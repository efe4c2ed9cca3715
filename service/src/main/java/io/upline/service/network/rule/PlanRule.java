package io.upline.service.network.rule;

import io.upline.service.network.command.PlanActivation;
import io.upline.service.network.command.PlanTimeline;
import io.upline.service.network.command.PlanTimeline.Version;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.Problem.FieldError;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.http.problem.Shown;
import java.util.List;

/// When a version of the compensation plan may come in force, and when it may be withdrawn.
public final class PlanRule {
    private PlanRule() {}

    /// When a version comes in force, in µs since 1970.
    ///
    /// @throws Problem 422 when that is over
    public static long effectiveAt(PlanActivation activation, long nowMicros) {
        long effectiveAt = activation.effectiveAtMicros().orElse(nowMicros);
        if (effectiveAt < nowMicros) {
            throw Problem.of(
                    ProblemType.INVALID_REQUEST,
                    "activate_at is %s, and it is %s already; name a later time, or none for at once."
                            .formatted(Json.time(effectiveAt), Json.time(nowMicros)));
        }
        return effectiveAt;
    }

    /// The width changes with a version that comes in force at once; nobody is there to change it later.
    ///
    /// @throws Problem 422 when a version with another width is to come in force later
    public static void requireWidth(PlanActivation activation, int widthInForce) {
        if (activation.effectiveAtMicros().isPresent() && activation.width() != widthInForce) {
            throw Problem.ofFields(List.of(new FieldError(
                    "/width",
                    "width: %d is not the width in force, which is %d; a scheduled plan can't change it. Write %d, or activate the plan at once."
                            .formatted(activation.width(), widthInForce, widthInForce))));
        }
    }

    /// A version that is not in force yet, or was withdrawn before.
    ///
    /// @throws Problem 404 when there is no such version, 409 when its time has come
    public static Version withdrawable(PlanTimeline timeline, int number, long nowMicros) {
        var version = timeline.find(number).orElseThrow(() -> unknown(Integer.toString(number)));
        if (!version.isWithdrawn() && version.effectiveAtMicros() <= nowMicros) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "Version %d of the plan came in force at %s; what was in force stays. Activate another version instead."
                            .formatted(number, Json.time(version.effectiveAtMicros())));
        }
        return version;
    }

    /// The problem 404 of a version that is not there.
    public static Problem unknown(String number) {
        return Problem.of(
                ProblemType.UNKNOWN_PLAN, "There is no version %s of the plan.".formatted(Shown.shortened(number)));
    }
}
