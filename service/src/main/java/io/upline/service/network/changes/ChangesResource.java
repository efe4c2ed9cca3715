package io.upline.service.network.changes;

import io.smallrye.common.annotation.NonBlocking;
import io.upline.service.network.Network;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The change feed: how other services follow the network without missing anything.
@Path("/mlm/changes")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class ChangesResource {
    /// Most entries of one answer.
    static final int PAGE_ITEMS = 1_000;
    /// The longest that a request may wait for something new.
    static final int WAIT_SECONDS = 60;

    private static final int DEFAULT_WAIT_SECONDS = 25;

    private final Network network;
    private final ChangeFeed feed;

    ChangesResource(Network network, ChangeFeed feed) {
        this.network = network;
        this.feed = feed;
    }

    /// The entries after one, in order. Where there are none, the request waits for them, and no thread does.
    @GET
    public CompletionStage<Response> changes(
            @QueryParam("after") @Nullable String after,
            @QueryParam("at") @Nullable String at,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("wait") @Nullable String wait,
            @Context RoutingContext context) {
        var reading = new Reading(
                Query.number("after", after, 0, Long.MAX_VALUE, 0L),
                Query.time("at", at),
                Query.number("limit", limit, 1, PAGE_ITEMS, PAGE_ITEMS));
        var seconds = Query.number("wait", wait, 0, WAIT_SECONDS, DEFAULT_WAIT_SECONDS);
        var news = network.seenAfter(reading.after());
        // Also when the client hangs up: then nobody waits any longer.
        context.addEndHandler(end -> news.cancel(false));
        return feed.poll(reading, news.completeOnTimeout(null, seconds, TimeUnit.SECONDS))
                .thenApply(page -> reply(page, reading.after()));
    }

    private static Response reply(ChangePage page, long after) {
        var next = page.items().isEmpty() ? after : page.items().getLast().seq();
        return Response.ok(ChangeJson.list(page, json -> {
                    json.writeNumberField("next", next);
                    if (page.lastAtMicros().isPresent()) {
                        json.writeStringField(
                                "next_at", Json.time(page.lastAtMicros().get()));
                    } else {
                        json.writeNullField("next_at");
                    }
                }))
                .header(Json.SEQ_HEADER, page.asOf())
                .build();
    }
}
