package io.upline.service.bonus.reversal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.engine.plan.Identifier;
import io.upline.service.access.Caller;
import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.bonus.BonusTable;
import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.TimeOrderedIds;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.upline.service.platform.idempotency.KeyedWork;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Refunds take back what their events paid.
@Path("/mlm/events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReversalResource {
    private final Database database;
    private final Network network;
    private final AuditWriter audit;

    ReversalResource(Database database, Network network, AuditWriter audit) {
        this.database = database;
        this.network = network;
        this.audit = audit;
    }

    /// Reverses an event, as a whole or in part.
    @POST
    @Path("/{id}/reverse")
    public Response byId(
            @PathParam("id") String id,
            byte[] payload,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        var event = Ids.ofPath(id);
        var body = JsonBody.read(payload, context, RefundBody.FIELDS);
        var named = IdempotencyKey.of(key, "POST /mlm/events/%s/reverse".formatted(event), payload);
        var request = RefundBody.read(body, network, named);
        body.check();
        return reverse(named, Caller.authorOf(context), request, _ -> event);
    }

    /// Reverses the event that has this reference, as a whole or in part.
    @POST
    @Path("/reverse")
    public Response byReference(
            byte[] payload, @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @Context RoutingContext context) {
        var body = JsonBody.read(payload, context, RefundBody.FIELDS_BY_REFERENCE);
        var triggerType = body.text(RefundBody.TRIGGER_TYPE, Identifier.MAX_LENGTH);
        var reference = body.text(RefundBody.REFERENCE, RefundBody.REFERENCE_CHARS);
        var named = IdempotencyKey.of(key, "POST /mlm/events/reverse", payload);
        var request = RefundBody.read(body, network, named);
        body.check();
        return reverse(
                named,
                Caller.authorOf(context),
                request,
                connection -> ReversalTable.event(connection, triggerType, reference)
                        .orElseThrow(() ->
                                unknown("of the trigger %s with the reference %s".formatted(triggerType, reference))));
    }

    private Response reverse(
            Optional<IdempotencyKey> key, Author author, RefundRequest request, Database.Work<UUID> which) {
        return KeyedWork.run(database, key, connection -> {
                    var event = which.run(connection);
                    if (!ReversalTable.lock(connection, event)) {
                        throw unknown(event.toString());
                    }
                    return reversed(connection, author, request, event);
                })
                .response();
    }

    private String reversed(Connection connection, Author author, RefundRequest request, UUID event)
            throws SQLException {
        var before = ReversalTable.read(connection, event);
        var newId = TimeOrderedIds.single(Database.nowMicros(connection));
        var outcome = new Reversal(connection, before).run(request, newId);
        var after = ReversalTable.read(connection, event);
        var refund = refund(connection, event, outcome.id());
        if (outcome.isNew()) {
            audit.write(connection, author, deed(before, after, refund), Database.nowMicros(connection));
        }
        return ReversalJson.text(
                after,
                refund,
                outcome,
                ReversalTable.parts(connection, after, outcome.id()),
                BonusTable.ofEvents(connection, List.of(event)));
    }

    private static RecordedRefund refund(Connection connection, UUID event, UUID id) throws SQLException {
        return ReversalTable.ofEvent(connection, event).stream()
                .filter(refund -> refund.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static Deed deed(RefundedEvent before, RefundedEvent after, RecordedRefund refund) {
        return Deed.to(after.sourceNumber(), Act.EVENT_REVERSED, json -> {
            json.writeStringField("event", after.id().toString());
            json.writeStringField("reversal", refund.id().toString());
            json.writeStringField("refund_reference", refund.reference());
            json.writeStringField("reason", refund.reason());
            json.writeObjectFieldStart("before");
            json.writeNumberField("refunded", before.refunded());
            json.writeEndObject();
            json.writeObjectFieldStart("after");
            json.writeNumberField("refunded", after.refunded());
            json.writeEndObject();
        });
    }

    /// @param which its id, or what it is called
    static Problem unknown(String which) {
        return Problem.of(ProblemType.UNKNOWN_EVENT, "There is no event " + which + ".");
    }
}
