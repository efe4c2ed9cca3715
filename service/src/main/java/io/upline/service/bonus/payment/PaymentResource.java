package io.upline.service.bonus.payment;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.engine.ledger.BonusState;
import io.upline.service.access.Caller;
import io.upline.service.access.Earners;
import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.BonusStatus;
import io.upline.service.bonus.BonusTable;
import io.upline.service.bonus.life.LifeTable;
import io.upline.service.bonus.life.Payment;
import io.upline.service.bonus.life.Payment.Sum;
import io.upline.service.bonus.life.StoredBonus;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.json.JsonBody;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Marks bonuses paid: one, or all that are pending.
@Path("/mlm/bonus")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PaymentResource {
    private static final byte[] NO_PAYLOAD = {};

    private final Database database;
    private final AuditWriter audit;
    private final PayAll allPaid;

    PaymentResource(Database database, AuditWriter audit, PayAll allPaid) {
        this.database = database;
        this.audit = audit;
        this.allPaid = allPaid;
    }

    /// Marks one bonus paid and returns it, after setting off what its earner owes. Repeating changes nothing.
    @PATCH
    @Path("/{id}/mark-paid")
    public Response one(@PathParam("id") String id, byte[] payload, @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        var bonusId = Ids.ofPath(id);
        var author = Caller.authorOf(context);
        var paid = database.transaction(connection -> {
            var bonus = LifeTable.lock(connection, bonusId);
            if (bonus.isPresent()) {
                pay(connection, author, bonus.get());
            }
            return BonusTable.find(connection, bonusId);
        });
        return Response.ok(BonusJson.one(paid.orElseThrow(() -> Earners.unknown(bonusId))))
                .build();
    }

    private void pay(Connection connection, Author author, StoredBonus bonus) throws SQLException {
        var sums = Payment.pay(connection, List.of(bonus));
        if (!sums.isEmpty()) {
            audit.write(connection, author, deed(bonus, sums), Database.nowMicros(connection));
        } else if (!(bonus.life().state() instanceof BonusState.Paid)) {
            throw bonus.refusal("paid");
        }
    }

    /// Marks every bonus paid that is not held: at once where there are few, otherwise by a job.
    @POST
    @Path("/mark-paid")
    public Response all(
            byte[] payload, @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        // What the body says makes no difference, so it makes none to the key either.
        var named = IdempotencyKey.of(key, "POST /mlm/bonus/mark-paid", NO_PAYLOAD);
        var author = Caller.authorOf(context);
        return allPaid.response(KeyedWork.run(database, named, connection -> allPaid.pay(connection, author)));
    }

    private static Deed deed(StoredBonus bonus, Map<String, Sum> paid) {
        return Deed.to(bonus.life().earner(), Act.BONUS_PAID, json -> {
            json.writeStringField("bonus", bonus.id().toString());
            for (var sum : paid.entrySet()) {
                AllPaid.money(json, sum.getKey(), sum.getValue());
            }
            statuses(json);
        });
    }

    static void statuses(JsonGenerator json) throws IOException {
        status(json, "before", BonusStatus.PENDING);
        status(json, "after", BonusStatus.PAID);
    }

    private static void status(JsonGenerator json, String when, BonusStatus status) throws IOException {
        json.writeObjectFieldStart(when);
        json.writeStringField("status", status.word());
        json.writeEndObject();
    }
}
