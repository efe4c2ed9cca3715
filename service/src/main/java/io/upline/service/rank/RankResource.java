package io.upline.service.rank;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.access.Caller;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.network.Network;
import io.upline.service.plan.Plans;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Evaluating ranks.
@Path("/mlm/rank/evaluate/{user_id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RankResource {
    private static final byte[] NO_PAYLOAD = {};

    private final Network network;
    private final Plans plans;
    private final Database database;
    private final AuditWriter audit;

    RankResource(Network network, Plans plans, Database database, AuditWriter audit) {
        this.network = network;
        this.plans = plans;
        this.database = database;
        this.audit = audit;
    }

    /// Evaluates a member now, and assigns the rank or takes it back.
    @POST
    public Response evaluate(
            @PathParam("user_id") String userId,
            byte[] payload,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        var id = Ids.ofPath(userId);
        var named = IdempotencyKey.of(key, "POST /mlm/rank/evaluate/" + id, NO_PAYLOAD);
        var author = Caller.authorOf(context);
        return KeyedWork.run(database, named, connection -> RankJson.evaluation(evaluate(connection, id, author)))
                .response();
    }

    private Evaluation evaluate(Connection connection, UUID id, Author author) throws SQLException {
        var evaluation = Evaluation.run(connection, network, plans, id);
        audit.write(connection, author, evaluation.deed(), evaluation.held().evaluatedAtMicros());
        return evaluation;
    }
}
