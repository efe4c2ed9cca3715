package io.upline.service.member;

import io.smallrye.common.annotation.NonBlocking;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Line;
import io.upline.service.access.Caller;
import io.upline.service.access.Role;
import io.upline.service.member.text.MemberJson;
import io.upline.service.member.text.MemberPages;
import io.upline.service.network.Located;
import io.upline.service.network.Network;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One member and the lines through it, from memory; nothing here blocks, and what may take long has a thread of
/// its own. Only a user that memory does not know is looked for in the log first: another replica may just have
/// placed them.
@Path("/mlm/members/{user_id}")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class MemberResource {
    private final Network network;
    private final SharedRecords records;

    MemberResource(Network network, SharedRecords records) {
        this.network = network;
        this.records = records;
    }

    /// The record, with the counts of its frontline and its downline. O(1).
    @GET
    public CompletionStage<Response> record(@PathParam("user_id") String userId) {
        return network.locate(Ids.ofPath(userId)).thenApply(this::record);
    }

    private Response record(Located at) {
        var edition = at.tree().edition(at.member());
        var member = at.tree().member(at.member());
        var json = MemberJson.record(at.tree(), member);
        edition.ifPresent(of -> records.share(at.tree(), member, of, json));
        return Response.ok(json).header(Json.SEQ_HEADER, member.asOf()).build();
    }

    /// The ancestors, nearest first, along the placement tree or the sponsor tree. O(limit) for the first
    /// page, O(depth) for the others. A member gets only the ids and the levels.
    @GET
    @Path("/upline")
    public CompletionStage<Response> upline(
            @PathParam("user_id") String userId,
            @QueryParam("line") @Nullable String line,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context RoutingContext context) {
        var along = lineOf(line);
        var most = MemberPages.limit(limit);
        Function<UplinePage, byte[]> form = isForMember(context) ? UplinePage::jsonOfIds : UplinePage::json;
        return MemberPages.answer(
                network.locate(Ids.ofPath(userId)), cursor, at -> upline(at, along, most, cursor, form));
    }

    private static boolean isForMember(RoutingContext context) {
        return Caller.of(context).orElseThrow().role() == Role.MEMBER;
    }

    private static Response upline(
            Located at, Line along, int most, @Nullable String cursor, Function<UplinePage, byte[]> form) {
        var from = UplineCursor.read(at.tree(), at.member(), along, cursor);
        var page = UplinePage.read(at, along, from, most);
        return Response.ok(form.apply(page))
                .header(Json.SEQ_HEADER, page.asOf())
                .build();
    }

    /// Each child with the size of its leg, from left to right. O(width).
    @GET
    @Path("/legs")
    public CompletionStage<Response> legs(@PathParam("user_id") String userId) {
        return network.locate(Ids.ofPath(userId)).thenApply(MemberResource::legs);
    }

    private static Response legs(Located at) {
        var tree = at.tree();
        return tree.steadily(() -> {
            var asOf = tree.asOf();
            var legs = tree.legs(at.member(), 0, Genealogy.MAX_WIDTH);
            return Response.ok(LegsJson.bytes(tree, legs, asOf))
                    .header(Json.SEQ_HEADER, asOf)
                    .build();
        });
    }

    private static Line lineOf(@Nullable String text) {
        return switch (text) {
            case null -> Line.PLACEMENT;
            case "placement" -> Line.PLACEMENT;
            case "sponsor" -> Line.SPONSOR;
            default ->
                throw Problem.of(
                        ProblemType.MALFORMED_REQUEST, "line is \"%s\"; write placement or sponsor.".formatted(text));
        };
    }
}
