package io.upline.service.member.change;

import io.smallrye.common.annotation.NonBlocking;
import io.upline.service.member.text.MemberJson;
import io.upline.service.network.Network;
import io.upline.service.network.command.MemberChange;
import io.upline.service.network.command.MemberChange.Kind;
import io.upline.service.network.command.NetworkCommand.KeyedReply;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.idempotency.IdempotencyKey;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/// Moving within the network, and leaving it without leaving a gap. Each change has a reason, which stays.
@Path("/mlm/members/{user_id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NonBlocking
public class MemberChangeResource {
    private final Network network;

    MemberChangeResource(Network network) {
        this.network = network;
    }

    /// Gives a member another place, another sponsor, or both.
    @POST
    @Path("/move")
    public CompletionStage<Response> move(@BeanParam ChangeRequest request, byte[] payload) {
        var id = request.id();
        var body = request.body(payload, MoveBody.PARENT, MoveBody.POSITION, MoveBody.SPONSOR);
        var move = MoveBody.read(body, id);
        var reason = ChangeRequest.reason(body);
        body.check();
        var key = request.key("move", payload).map(MemberChangeResource::keyed);
        return change(request, new MemberChange(id, move, reason, key, request.author()));
    }

    /// From here on the member sponsors nobody and earns nothing.
    @POST
    @Path("/suspend")
    public CompletionStage<Response> suspend(@BeanParam ChangeRequest request, byte[] payload) {
        return standing(request, "suspend", new Kind.Suspension(), payload);
    }

    /// Ends a suspension.
    @POST
    @Path("/reinstate")
    public CompletionStage<Response> reinstate(@BeanParam ChangeRequest request, byte[] payload) {
        return standing(request, "reinstate", new Kind.Reinstatement(), payload);
    }

    /// Puts a random pseudonym in the place of the user id, everywhere and for good. Nothing that is kept may hold
    /// the id, so neither reason nor key may.
    @POST
    @Path("/forget")
    public CompletionStage<Response> forget(@BeanParam ChangeRequest request, byte[] payload) {
        var id = request.id();
        var body = request.body(payload);
        var reason = request.namelessReason(body);
        body.check();
        var key = request.namelessKey("forget", payload).map(MemberChangeResource::keyed);
        var author = request.author();
        return forgetting(request, id)
                .thenCompose(kind -> change(request, new MemberChange(id, kind, reason, key, author)));
    }

    private CompletionStage<Kind> forgetting(ChangeRequest request, UUID id) {
        return network.tracesOf(id).thenApply(found -> {
            request.requireThere();
            return new Kind.Forgetting(UUID.randomUUID(), found);
        });
    }

    private CompletionStage<Response> standing(ChangeRequest request, String verb, Kind kind, byte[] payload) {
        var id = request.id();
        var body = request.body(payload);
        var reason = ChangeRequest.reason(body);
        body.check();
        var key = request.key(verb, payload).map(MemberChangeResource::keyed);
        return change(request, new MemberChange(id, kind, reason, key, request.author()));
    }

    private CompletionStage<Response> change(ChangeRequest request, MemberChange change) {
        var changed = network.submit(change);
        // Whoever hangs up before a batch has taken the command changes nothing; after the reply this does nothing.
        request.context().addEndHandler(end -> changed.cancel(false));
        return changed.thenApply(MemberChangeResource::reply);
    }

    private static KeyedReply<NetworkResult.Changed> keyed(IdempotencyKey key) {
        return new KeyedReply<>(key, MemberJson::changed);
    }

    private static Response reply(NetworkResult result) {
        return switch (result) {
            case NetworkResult.Changed changed ->
                Response.ok(MemberJson.changed(changed))
                        .header(Json.SEQ_HEADER, changed.member().asOf())
                        .build();
            case NetworkResult.Replayed(var reply) ->
                Response.ok(reply)
                        .header(Json.SEQ_HEADER, MemberJson.asOf(reply))
                        .header(IdempotencyKey.REPLAYED_HEADER, true)
                        .build();
            case NetworkResult.Placed _, NetworkResult.Imported _, NetworkResult.CaughtUp _ ->
                throw new IllegalStateException("This answers no change: " + result);
        };
    }
}
