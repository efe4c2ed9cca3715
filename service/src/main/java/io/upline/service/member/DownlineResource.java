package io.upline.service.member;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.network.Located;
import io.upline.service.network.Network;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.Json;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.settings.Settings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The downline as a tree, and its size.
@Path("/mlm/downline/{user_id}")
@Produces(MediaType.APPLICATION_JSON)
public class DownlineResource {
    /// Most levels of one nested downline.
    static final int MAX_LEVELS = 500;

    private final Network network;
    private final Settings settings;
    private final RenderedDownlines whole;

    DownlineResource(Network network, Settings settings, RenderedDownlines whole) {
        this.network = network;
        this.settings = settings;
        this.whole = whole;
    }

    /// The children, each with its own, as many whole levels as fit. Headers say whether something was left out.
    /// O(members in the reply).
    @GET
    @RunOnVirtualThread
    public Response nested(@PathParam("user_id") String userId, @QueryParam("depth") @Nullable String depth) {
        var levels = Query.number("depth", depth, 1, MAX_LEVELS, MAX_LEVELS);
        var at = network.locate(Ids.ofPath(userId)).join();
        if (levels == MAX_LEVELS) {
            var all = whole.of(at);
            return reply(all.downline(), all.seq());
        }
        var asOf = at.tree().asOf();
        return reply(RenderedDownline.of(at, levels, settings.downlineMaxMembers()), asOf);
    }

    private static Response reply(RenderedDownline downline, long asOf) {
        return Response.ok(downline.json())
                .header(Json.SEQ_HEADER, asOf)
                .header("Upline-Downline-Total", downline.size().total())
                .header("Upline-Downline-Members", downline.size().members())
                .header("Upline-Downline-Levels", downline.size().levels())
                .header("Upline-Downline-Complete", !downline.isCut())
                .build();
    }

    /// How many members are in the downline. O(1).
    @GET
    @Path("/count")
    @NonBlocking
    public CompletionStage<Response> count(@PathParam("user_id") String userId) {
        return network.locate(Ids.ofPath(userId)).thenApply(DownlineResource::count);
    }

    private static Response count(Located at) {
        var member = at.tree().member(at.member());
        return Response.ok(Json.bytes(json -> json.writeNumber(member.downline())))
                .header(Json.SEQ_HEADER, member.asOf())
                .build();
    }
}
