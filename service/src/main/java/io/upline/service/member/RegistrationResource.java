package io.upline.service.member;

import io.smallrye.common.annotation.NonBlocking;
import io.upline.service.network.Network;
import io.upline.service.network.NetworkCommand.KeyedReply;
import io.upline.service.network.NetworkCommand.Registration;
import io.upline.service.network.NetworkResult;
import io.upline.service.platform.http.Json;
import io.upline.service.platform.http.JsonBody;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Joining the network.
@Path("/mlm")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
public class RegistrationResource {
    private final Network network;

    RegistrationResource(Network network) {
        this.network = network;
    }

    /// Places a user below a sponsor, or as a root when there is none.
    @POST
    @Path("/register")
    public CompletionStage<Response> register(
            byte[] payload, @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @Context RoutingContext context) {
        var body = JsonBody.read(payload, context, "user_id", "parent_id");
        var userId = body.uuid("user_id");
        var sponsorId = body.optionalUuid("parent_id");
        if (sponsorId.equals(Optional.of(userId))) {
            body.error("parent_id", "parent_id is the user itself; nobody can be their own sponsor.");
        }
        body.check();
        return register(context, userId, sponsorId, IdempotencyKey.of(key, "POST /mlm/register", payload));
    }

    /// Creates a root.
    @POST
    @Path("/root")
    public CompletionStage<Response> root(
            byte[] payload, @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @Context RoutingContext context) {
        var body = JsonBody.read(payload, context, "user_id");
        var userId = body.uuid("user_id");
        body.check();
        return register(context, userId, Optional.empty(), IdempotencyKey.of(key, "POST /mlm/root", payload));
    }

    private CompletionStage<Response> register(
            RoutingContext context, UUID userId, Optional<UUID> sponsorId, Optional<IdempotencyKey> key) {
        var keyed = key.map(named -> new KeyedReply(named, MemberJson::born));
        var placed = network.submit(new Registration(userId, sponsorId, keyed));
        // Whoever hangs up before a batch has taken the command is not placed; after the reply this does nothing.
        context.addEndHandler(end -> placed.cancel(false));
        return placed.thenApply(RegistrationResource::reply);
    }

    private static Response reply(NetworkResult result) {
        return switch (result) {
            case NetworkResult.Placed(var born) ->
                Response.ok(MemberJson.born(born))
                        .header(Json.SEQ_HEADER, born.seq())
                        .build();
            case NetworkResult.Replayed(var reply) ->
                Response.ok(reply).header(IdempotencyKey.REPLAYED_HEADER, true).build();
            case NetworkResult.Imported _, NetworkResult.CaughtUp _ ->
                throw new IllegalStateException("This answers no registration: " + result);
        };
    }
}
