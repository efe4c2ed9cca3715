package io.upline.service.member;

import io.smallrye.common.annotation.NonBlocking;
import io.upline.engine.genealogy.Genealogy;
import io.upline.service.access.Caller;
import io.upline.service.member.text.MemberJson;
import io.upline.service.network.Network;
import io.upline.service.network.command.NetworkCommand.KeyedReply;
import io.upline.service.network.command.NetworkCommand.Registration;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.network.rule.RegistrationRule;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
    ///
    /// @param dryRun `true` only checks: nothing is placed, written or kept under the key
    @POST
    @Path("/register")
    public CompletionStage<Response> register(
            byte[] payload,
            @QueryParam("dry_run") @Nullable String dryRun,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        var dry = Query.flag("dry_run", dryRun);
        var body = JsonBody.read(payload, context, "user_id", "parent_id");
        var userId = body.uuid("user_id");
        var sponsorId = body.optionalUuid("parent_id");
        if (sponsorId.equals(Optional.of(userId))) {
            body.error("parent_id", "parent_id is the user itself; nobody can be their own sponsor.");
        }
        body.check();
        var named = IdempotencyKey.of(key, "POST /mlm/register", payload);
        return dry ? check(userId, sponsorId) : register(context, userId, sponsorId, named);
    }

    /// Creates a root.
    ///
    /// @param dryRun as in a registration
    @POST
    @Path("/root")
    public CompletionStage<Response> root(
            byte[] payload,
            @QueryParam("dry_run") @Nullable String dryRun,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        var dry = Query.flag("dry_run", dryRun);
        var body = JsonBody.read(payload, context, "user_id");
        var userId = body.uuid("user_id");
        body.check();
        var named = IdempotencyKey.of(key, "POST /mlm/root", payload);
        return dry ? check(userId, Optional.empty()) : register(context, userId, Optional.empty(), named);
    }

    /// Refuses what a registration would refuse by what is in memory, in the same order. A sponsor whom memory
    /// doesn't know is looked for in the log first.
    private CompletionStage<Response> check(UUID userId, Optional<UUID> sponsorId) {
        var tree = network.genealogy();
        var sponsor = sponsorId.map(tree::indexOf);
        if (sponsor.equals(Optional.of(Genealogy.NONE)) && tree.indexOf(userId) == Genealogy.NONE) {
            return network.caughtUp().thenApply(caughtUp -> check(caughtUp, userId, sponsorId));
        }
        return CompletableFuture.completedStage(check(tree, userId, sponsorId));
    }

    private static Response check(Genealogy tree, UUID userId, Optional<UUID> sponsorId) {
        RegistrationRule.sponsor(userId, sponsorId, tree::indexOf, tree::isSuspended);
        return Response.ok(MemberJson.checked(userId, sponsorId))
                .header(Json.SEQ_HEADER, tree.asOf())
                .build();
    }

    private CompletionStage<Response> register(
            RoutingContext context, UUID userId, Optional<UUID> sponsorId, Optional<IdempotencyKey> key) {
        var keyed = key.map(named -> new KeyedReply<>(named, MemberJson::born));
        var placed = network.submit(new Registration(userId, sponsorId, keyed, Caller.authorOf(context)));
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
            case NetworkResult.Imported _, NetworkResult.Changed _, NetworkResult.CaughtUp _ ->
                throw new IllegalStateException("This answers no registration: " + result);
        };
    }
}
