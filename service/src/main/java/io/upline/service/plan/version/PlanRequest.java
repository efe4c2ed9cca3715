package io.upline.service.plan.version;

import io.upline.engine.plan.Plan;
import io.upline.service.access.Caller;
import io.upline.service.network.command.PlanActivation;
import io.upline.service.plan.file.PlanFile;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/// What a request for another plan has beside its body and its query.
public record PlanRequest(
        @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
        @Context RoutingContext context) {
    /// What is asked for, and the plan that it is about.
    record Asked(PlanActivation activation, Plan plan) {}

    /// Reads it.
    ///
    /// @param activateAt when the plan is to come in force; absent for at once
    /// @throws io.upline.service.platform.http.problem.Problem 400 for a wrong parameter
    ///     or key, 422 for a wrong plan
    Asked asked(byte[] payload, @Nullable String activateAt) {
        var at = Query.time("activate_at", activateAt);
        var operation =
                "POST /mlm/plans" + at.map(micros -> "?activate_at=" + micros).orElse("");
        var named = IdempotencyKey.of(key, operation, payload);
        var plan = PlanBody.read(payload, context);
        return new Asked(
                new PlanActivation(PlanFile.write(plan), plan.width(), at, named, Caller.authorOf(context)), plan);
    }
}
