package io.upline.service.adjustment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.access.Caller;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.upline.service.platform.idempotency.KeyedWork;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Deciding about an adjustment that waits. Both may be repeated.
@Path("/mlm/adjustments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DecisionResource {
    private static final byte[] NO_PAYLOAD = {};

    private final Database database;
    private final AdjustmentSteps steps;

    DecisionResource(Database database, AdjustmentSteps steps) {
        this.database = database;
        this.steps = steps;
    }

    /// Posts it; another person than who asked for it may.
    @POST
    @Path("/approve")
    public Response approve(
            @PathParam("id") String id,
            byte[] payload,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        var adjustment = Ids.ofPath(id);
        return decide(
                IdempotencyKey.of(key, "POST /mlm/adjustments/%s/approve".formatted(adjustment), NO_PAYLOAD),
                adjustment,
                Decision.APPROVED,
                context);
    }

    /// Lets it never be posted; whoever asked for it may withdraw it so.
    @POST
    @Path("/decline")
    public Response decline(
            @PathParam("id") String id,
            byte[] payload,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        var adjustment = Ids.ofPath(id);
        return decide(
                IdempotencyKey.of(key, "POST /mlm/adjustments/%s/decline".formatted(adjustment), NO_PAYLOAD),
                adjustment,
                Decision.DECLINED,
                context);
    }

    private Response decide(Optional<IdempotencyKey> key, UUID id, Decision decision, RoutingContext context) {
        var author = Caller.authorOf(context);
        return KeyedWork.run(
                        database,
                        key,
                        connection -> AdjustmentJson.one(steps.decide(connection, id, decision, author)
                                .orElseThrow(() -> StoredAdjustment.unknown(id))))
                .response();
    }
}
