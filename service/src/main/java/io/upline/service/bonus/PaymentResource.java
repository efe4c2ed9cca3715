package io.upline.service.bonus;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.Json;
import io.upline.service.platform.http.JsonBody;
import io.upline.service.platform.http.Problem;
import io.upline.service.platform.http.ProblemType;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.upline.service.platform.idempotency.KeyedWork;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Marks bonuses paid: one, or all that are pending.
@Path("/mlm/bonus")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PaymentResource {
    private static final byte[] NO_PAYLOAD = {};

    private final Database database;

    PaymentResource(Database database) {
        this.database = database;
    }

    /// Marks one bonus paid and returns it. Repeating changes nothing.
    @PATCH
    @Path("/{id}/mark-paid")
    public Response one(@PathParam("id") String id, byte[] payload, @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        var bonusId = Ids.ofPath(id);
        var bonus = database.transaction(connection -> {
            PaymentTable.markPaid(connection, bonusId);
            return BonusTable.find(connection, bonusId);
        });
        return Response.ok(BonusJson.one(bonus.orElseThrow(
                        () -> Problem.of(ProblemType.UNKNOWN_BONUS, "There is no bonus " + bonusId + "."))))
                .build();
    }

    /// Marks every pending bonus paid.
    @POST
    @Path("/mark-paid")
    public Response all(
            byte[] payload, @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        // What the body says makes no difference, so it makes none to the key either.
        var named = IdempotencyKey.of(key, "POST /mlm/bonus/mark-paid", NO_PAYLOAD);
        return KeyedWork.run(database, named, connection -> json(PaymentTable.markAllPaid(connection)))
                .response();
    }

    private static String json(int paid) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("detail", paid > 0 ? "All bonuses have been paid." : "No unpaid bonuses found");
            json.writeNumberField("paid", paid);
            json.writeNumberField("skipped", 0);
            json.writeEndObject();
        });
    }
}
