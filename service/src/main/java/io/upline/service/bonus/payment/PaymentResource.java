package io.upline.service.bonus.payment;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.access.Caller;
import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.BonusStatus;
import io.upline.service.bonus.BonusTable;
import io.upline.service.bonus.payment.PaymentTable.Paid;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Marks bonuses paid: one, or all that are pending.
@Path("/mlm/bonus")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PaymentResource {
    private static final byte[] NO_PAYLOAD = {};

    private final Database database;
    private final AuditWriter audit;

    PaymentResource(Database database, AuditWriter audit) {
        this.database = database;
        this.audit = audit;
    }

    /// Marks one bonus paid and returns it. Repeating changes nothing.
    @PATCH
    @Path("/{id}/mark-paid")
    public Response one(@PathParam("id") String id, byte[] payload, @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        var bonusId = Ids.ofPath(id);
        var author = Caller.authorOf(context);
        var bonus = database.transaction(connection -> {
            var paid = PaymentTable.markPaid(connection, bonusId);
            if (paid.isPresent()) {
                audit.write(
                        connection,
                        author,
                        deed(bonusId, paid.get()),
                        paid.get().atMicros());
            }
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
        var author = Caller.authorOf(context);
        return KeyedWork.run(database, named, connection -> json(payAll(connection, author)))
                .response();
    }

    private int payAll(Connection connection, Author author) throws SQLException {
        var paid = PaymentTable.markAllPaid(connection);
        if (!paid.isEmpty()) {
            audit.write(connection, author, deed(paid), PaymentTable.nowMicros(connection));
        }
        return paid.stream().mapToInt(PaymentTable.Sum::bonuses).sum();
    }

    private static Deed deed(UUID bonus, Paid paid) {
        return Deed.to(paid.earner(), Act.BONUS_PAID, json -> {
            json.writeStringField("bonus", bonus.toString());
            money(json, paid.amount(), paid.currency());
            statuses(json);
        });
    }

    private static Deed deed(List<PaymentTable.Sum> paid) {
        return Deed.toAll(Act.ALL_BONUSES_PAID, json -> {
            json.writeArrayFieldStart("paid");
            for (var sum : paid) {
                json.writeStartObject();
                json.writeNumberField("bonuses", sum.bonuses());
                money(json, sum.amount(), sum.currency());
                json.writeEndObject();
            }
            json.writeEndArray();
            statuses(json);
        });
    }

    private static void money(JsonGenerator json, BigDecimal amount, String currency) throws IOException {
        json.writeNumberField("amount", amount);
        json.writeStringField("currency", currency);
    }

    private static void statuses(JsonGenerator json) throws IOException {
        status(json, "before", BonusStatus.PENDING);
        status(json, "after", BonusStatus.PAID);
    }

    private static void status(JsonGenerator json, String when, BonusStatus status) throws IOException {
        json.writeObjectFieldStart(when);
        json.writeStringField("status", status.word());
        json.writeEndObject();
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
