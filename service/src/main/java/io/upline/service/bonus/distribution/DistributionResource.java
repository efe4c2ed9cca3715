package io.upline.service.bonus.distribution;

import io.smallrye.common.annotation.NonBlocking;
import io.upline.engine.plan.Identifier;
import io.upline.service.access.Caller;
import io.upline.service.bonus.distribution.event.DistributionRequest;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.idempotency.Answer;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Something has happened that the plan pays for.
@Path("/mlm/bonus")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DistributionResource {
    private final Distributor distributor;

    DistributionResource(Distributor distributor) {
        this.distributor = distributor;
    }

    /// Pays the source's ancestors by the plan in force; what was paid before is not paid again, but told.
    ///
    /// @param dryRun `true` only tells what would be paid: nothing is paid, written or kept under the key
    @POST
    @NonBlocking
    public CompletionStage<Response> distribute(
            byte[] payload,
            @QueryParam("dry_run") @Nullable String dryRun,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        var dry = Query.flag("dry_run", dryRun);
        var body = JsonBody.read(payload, context, "source_user_id", "trigger_type", "reference", "amount");
        var named = IdempotencyKey.of(key, "POST /mlm/bonus", payload);
        var request = new DistributionRequest(
                body.uuid("source_user_id"),
                body.text("trigger_type", Identifier.MAX_LENGTH),
                body.optionalText("reference", DistributionRequest.REFERENCE_CHARS),
                body.optionalDecimal("amount"),
                named.filter(_ -> !dry),
                Caller.authorOf(context),
                dry);
        body.check();
        return distributor.submit(request).thenApply(Answer::response);
    }
}
