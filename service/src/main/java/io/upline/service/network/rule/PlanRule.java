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

    /// When a version comes in force, in µs since 1970. A scheduled one comes after its own entry in the log.
    ///
    /// @throws Problem 422 when that is over
    public static long effectiveAt(PlanActivation activation, long nowMicros) {
        var scheduled = activation.effectiveAtMicros();
        scheduled.filter(at -> at <= nowMicros).ifPresent(at -> {
            throw Problem.of(
                    ProblemType.INVALID_REQUEST,
                    "activate_at is %s, and it is %s already; name a later time, or none for at once."
                            .formatted(Json.time(at), Json.time(nowMicros)));
        });
        return scheduled.orElse(nowMicros);
    }

    /// The width changes with a version that comes in force at once, as long as none is scheduled: nobody is there to
    /// change it later, and so every version that comes has the width that is in force.
    ///
    /// @throws Problem 422 when a version with another width is to come in force later, 409 when one with another
    ///     width is to come in force before one that is scheduled
    public static void requireWidth(
            PlanActivation activation, int widthInForce, PlanTimeline timeline, long nowMicros) {
        if (activation.width() == widthInForce) {
            return;
        }
        if (activation.effectiveAtMicros().isPresent()) {
            throw scheduledWidth(activation.width(), widthInForce);
        }
        timeline.scheduled(nowMicros).stream().findFirst().ifPresent(scheduled -> {
            throw widthBefore(scheduled, activation.width(), widthInForce);
        });
    }

    private static Problem scheduledWidth(int width, int inForce) {
        var detail =
                "width: %d is not the width in force, which is %d; a scheduled plan can't change it. Write %d, or activate the plan at once."
                        .formatted(width, inForce, inForce);
        return Problem.ofFields(List.of(new FieldError("/width", detail)));
    }

    private static Problem widthBefore(Version scheduled, int width, int inForce) {
        var number = scheduled.number();
        return Problem.of(
                ProblemType.CONFLICT,
                "The width in force is %d, and this plan's is %d; version %d of the plan is to come in force at %s, and a scheduled plan can't change the width. Withdraw version %d first."
                        .formatted(inForce, width, number, Json.time(scheduled.effectiveAtMicros()), number));
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
