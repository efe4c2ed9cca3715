package io.upline.service.adjustment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.engine.ledger.Adjustment;
import io.upline.service.access.Caller;
import io.upline.service.audit.Author;
import io.upline.service.network.Network;
import io.upline.service.network.rule.Membership;
import io.upline.service.plan.Plans;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.upline.service.platform.idempotency.KeyedWork;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Asking for an adjustment.
@Path("/mlm/adjustments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AskingResource {
    private final Database database;
    private final Network network;
    private final Plans plans;
    private final AdjustmentSteps steps;

    AskingResource(Database database, Network network, Plans plans, AdjustmentSteps steps) {
        this.database = database;
        this.network = network;
        this.plans = plans;
        this.steps = steps;
    }

    /// Posts an adjustment, or lets it wait for another person's approval.
    @POST
    public Response ask(
            byte[] payload, @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @Context RoutingContext context) {
        var body = JsonBody.read(payload, context, AdjustmentRequest.FIELDS);
        var author = Caller.authorOf(context);
        var named = IdempotencyKey.of(key, "POST /mlm/adjustments", payload);
        return KeyedWork.run(database, named, connection -> AdjustmentJson.one(ask(connection, body, author)))
                .response();
    }

    /// The members and the plan are those of the moment at which it is written.
    private StoredAdjustment ask(Connection connection, JsonBody body, Author author) throws SQLException {
        var moment = network.upToDate(connection);
        var tree = moment.genealogy();
        var plan = plans.inForce(connection, moment.nowMicros()).plan();
        var request = AdjustmentRequest.read(body, plan.currency(), tree);
        var number = Membership.indexOf(tree, request.userId()) + 1;
        var adjustment = new Adjustment(request.direction(), number, request.amount());
        return steps.ask(connection, adjustment, request.reason(), plan, author);
    }
}
