package io.upline.service.bonus.hold;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.engine.ledger.Step;
import io.upline.service.access.Caller;
import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.BonusTable;
import io.upline.service.bonus.life.LifeTable;
import io.upline.service.bonus.life.Steps;
import io.upline.service.bonus.life.StoredBonus;
import io.upline.service.ledger.Debts;
import io.upline.service.network.Network;
import io.upline.service.network.rule.Nameless;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.Problem.FieldError;
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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Holds a bonus that would be paid, and releases one before its date. Both may be repeated.
@Path("/mlm/bonus/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class HoldResource {
    /// The longest time that a bonus may be held: ten years.
    static final int MAX_DAYS = 3_650;

    private static final String UNTIL = "until";
    private static final String REASON = "reason";
    private static final int REASON_CHARS = 500;

    private final Database database;
    private final Network network;
    private final AuditWriter audit;

    HoldResource(Database database, Network network, AuditWriter audit) {
        this.database = database;
        this.network = network;
        this.audit = audit;
    }

    /// Holds a bonus until a time, or one that is held longer or shorter.
    @POST
    @Path("/hold")
    public Response hold(
            @PathParam("id") String id,
            byte[] payload,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        var bonusId = Ids.ofPath(id);
        var body = JsonBody.read(payload, context, UNTIL, REASON);
        var until = body.time(UNTIL);
        var reason = reason(body);
        body.check();
        var author = Caller.authorOf(context);
        var named = IdempotencyKey.of(key, "POST /mlm/bonus/%s/hold".formatted(bonusId), payload);
        return change(named, bonusId, (connection, bonus) -> {
            requireFuture(until, Database.nowMicros(connection));
            if (take(connection, bonus, bonus.life().hold(until), "held")) {
                write(connection, author, bonus, Act.BONUS_HELD, json -> {
                    json.writeStringField("held_until", Json.time(until));
                    json.writeStringField("reason", reason);
                });
            }
        });
    }

    /// Makes a held bonus payable at once.
    @POST
    @Path("/release")
    public Response release(
            @PathParam("id") String id,
            byte[] payload,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        var bonusId = Ids.ofPath(id);
        var body = JsonBody.read(payload, context, REASON);
        var reason = reason(body);
        body.check();
        var author = Caller.authorOf(context);
        var named = IdempotencyKey.of(key, "POST /mlm/bonus/%s/release".formatted(bonusId), payload);
        return change(named, bonusId, (connection, bonus) -> {
            if (take(connection, bonus, bonus.life().release(), "released")) {
                write(connection, author, bonus, Act.BONUS_RELEASED, json -> json.writeStringField("reason", reason));
            }
        });
    }

    private String reason(JsonBody body) {
        var reason = body.visibleText(REASON, REASON_CHARS);
        Nameless.check(body, REASON, reason, network.genealogy());
        return reason;
    }

    private static void requireFuture(long until, long nowMicros) {
        if (until <= nowMicros) {
            throw wrong("until is %s, which is over; write a later time.".formatted(Json.time(until)));
        }
        if (until > nowMicros + TimeUnit.DAYS.toMicros(MAX_DAYS)) {
            throw wrong("until is not within the next %d days; write a time that is.".formatted(MAX_DAYS));
        }
    }

    private static Problem wrong(String detail) {
        return Problem.ofFields(List.of(new FieldError("/" + UNTIL, detail)));
    }

    /// What is done to a locked bonus.
    @FunctionalInterface
    private interface Change {
        void to(Connection connection, StoredBonus bonus) throws SQLException;
    }

    private Response change(Optional<IdempotencyKey> key, UUID bonusId, Change change) {
        return KeyedWork.run(database, key, connection -> {
                    var bonus = LifeTable.lock(connection, bonusId).orElseThrow(() -> unknown(bonusId));
                    change.to(connection, bonus);
                    return BonusJson.one(BonusTable.find(connection, bonusId).orElseThrow());
                })
                .response();
    }

    private static Problem unknown(UUID bonusId) {
        return Problem.of(ProblemType.UNKNOWN_BONUS, "There is no bonus " + bonusId + ".");
    }

    private static boolean take(Connection connection, StoredBonus bonus, Step step, String what) throws SQLException {
        return switch (step) {
            case Step.Refused _ -> throw bonus.refusal(what);
            case Step.Taken taken -> {
                var steps = new Steps(Debts.unread());
                steps.take(bonus.id(), taken);
                steps.write(connection, Database.nowMicros(connection));
                yield taken.isNew();
            }
        };
    }

    private void write(Connection connection, Author author, StoredBonus bonus, Act act, Json.Writing facts)
            throws SQLException {
        var deed = Deed.to(bonus.life().earner(), act, json -> {
            json.writeStringField("bonus", bonus.id().toString());
            facts.to(json);
        });
        audit.write(connection, author, deed, Database.nowMicros(connection));
    }
}
