package io.upline.service.member.downline;

import io.smallrye.common.annotation.NonBlocking;
import io.upline.service.network.Located;
import io.upline.service.network.Network;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.settings.Settings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The downline as a tree, and its size.
@Path("/mlm/downline/{user_id}")
@Produces(MediaType.APPLICATION_JSON)
public class DownlineResource {
    /// Most levels of one nested downline.
    static final int MAX_LEVELS = 500;

    private static final Executor WRITING = Executors.newVirtualThreadPerTaskExecutor();

    private final Network network;
    private final Settings settings;
    private final RenderedDownlines whole;

    DownlineResource(Network network, Settings settings, RenderedDownlines whole) {
        this.network = network;
        this.settings = settings;
        this.whole = whole;
    }

    /// The children, each with its own, as many whole levels as fit. Headers say whether something was left out.
    /// O(members in the reply), on a thread of its own; what is kept is answered at once.
    @GET
    @NonBlocking
    public CompletionStage<Response> nested(
            @PathParam("user_id") String userId, @QueryParam("depth") @Nullable String depth) {
        var levels = Query.number("depth", depth, 1, MAX_LEVELS, MAX_LEVELS);
        return network.locate(Ids.ofPath(userId)).thenCompose(at -> nested(at, levels));
    }

    private CompletionStage<Response> nested(Located at, int levels) {
        var isWhole = levels == MAX_LEVELS;
        var kept = isWhole ? whole.kept(at) : Optional.<RenderedDownlines.AsOf>empty();
        return kept.map(all -> CompletableFuture.completedFuture(reply(all.downline(), all.seq())))
                .orElseGet(() ->
                        CompletableFuture.supplyAsync(() -> isWhole ? written(at) : written(at, levels), WRITING));
    }

    private Response written(Located at) {
        var all = whole.of(at);
        return reply(all.downline(), all.seq());
    }

    private Response written(Located at, int levels) {
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
