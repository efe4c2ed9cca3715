package io.upline.service.member.change;

import io.upline.service.access.Caller;
import io.upline.service.audit.Author;
import io.upline.service.network.command.MemberChange;
import io.upline.service.network.stored.Traces;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What every change of a member has beside its body.
public record ChangeRequest(
        @PathParam("user_id") String userId,
        @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
        @Context RoutingContext context) {
    private static final String REASON = "reason";

    /// Whom it is about.
    ///
    /// @throws Problem 422 when the address has no UUID
    UUID id() {
        return Ids.ofPath(userId);
    }

    /// Who asks for it.
    Author author() {
        return Caller.authorOf(context);
    }

    /// Whoever hangs up changes nothing.
    ///
    /// @throws Problem 503, which nobody reads
    void requireThere() {
        if (context.response().closed()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The client hung up; nothing was changed.");
        }
    }

    /// The key, if there is one.
    ///
    /// @param verb the last part of the route
    /// @throws Problem 400 for a key that is none
    Optional<IdempotencyKey> key(String verb, byte[] payload) {
        return IdempotencyKey.of(key, "POST /mlm/members/%s/%s".formatted(id(), verb), payload);
    }

    /// The key, if there is one, which must not hold the user id: it is kept.
    ///
    /// @throws Problem 400 for a key that is none, or holds the id
    Optional<IdempotencyKey> namelessKey(String verb, byte[] payload) {
        if (key != null && Traces.isIn(key, id())) {
            throw Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    IdempotencyKey.HEADER + " holds the user_id that is to be forgotten; use a key without it.");
        }
        return key(verb, payload);
    }

    /// A body that gives a reason, and perhaps more.
    ///
    /// @throws Problem 415 or 422 for a body that can't be read
    JsonBody body(byte[] payload, String... more) {
        var fields = new String[more.length + 1];
        System.arraycopy(more, 0, fields, 0, more.length);
        fields[more.length] = REASON;
        return JsonBody.read(payload, context, fields);
    }

    /// The reason in the body: people read it, for good, so everything in it can be seen.
    static String reason(JsonBody body) {
        return body.visibleText(REASON, MemberChange.REASON_CHARS).strip();
    }

    /// The reason in the body, which must not hold the user id: it stays.
    String namelessReason(JsonBody body) {
        var reason = reason(body);
        if (Traces.isIn(reason, id())) {
            body.error(REASON, "reason holds the user_id that is to be forgotten; leave it out.");
        }
        return reason;
    }
}
