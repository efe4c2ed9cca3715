package io.upline.service.member.downline;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.engine.genealogy.PageEnd;
import io.upline.service.member.text.MemberPages;
import io.upline.service.network.Located;
import io.upline.service.network.Network;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The downline as a flat list, breadth-first: page by page, or as a stream of any length.
@Path("/mlm/members/{user_id}/downline")
public class DownlinePagesResource {
    /// Streams are for those who ask for them: the lower quality leaves everybody else the JSON.
    private static final String NDJSON = "application/x-ndjson;qs=0.5";
    private static final String CSV = "text/csv;qs=0.5";

    private final Network network;
    private final RenderedPages firstPages;

    DownlinePagesResource(Network network, RenderedPages firstPages) {
        this.network = network;
        this.firstPages = firstPages;
    }

    /// One page. O(limit) for the first one, which is kept, and O(depth + limit) for the others.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public CompletionStage<Response> page(
            @PathParam("user_id") String userId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var most = MemberPages.limit(limit);
        return MemberPages.answer(network.locate(Ids.ofPath(userId)), cursor, at -> page(at, most, cursor));
    }

    private Response page(Located at, int most, @Nullable String cursor) {
        var after = DownlineCursor.read(at.tree(), at.member(), cursor);
        var page = after.isPresent() ? RenderedPage.after(at, after, most) : firstPages.first(at, most);
        return Response.ok(page.text()).header(Json.SEQ_HEADER, page.asOf()).build();
    }

    /// Everything from the cursor on, a JSON document a line.
    @GET
    @Produces(NDJSON)
    @RunOnVirtualThread
    public Response ndjson(@PathParam("user_id") String userId, @QueryParam("cursor") @Nullable String cursor) {
        return stream(userId, cursor, DownlineRows::ndjson);
    }

    /// Everything from the cursor on, as CSV with a header line.
    @GET
    @Produces(CSV)
    @RunOnVirtualThread
    public Response csv(@PathParam("user_id") String userId, @QueryParam("cursor") @Nullable String cursor) {
        return stream(userId, cursor, DownlineRows::csv);
    }

    /// How a stream of members is written.
    @FunctionalInterface
    private interface Form {
        void write(DownlineRows rows, Optional<PageEnd> after, OutputStream out) throws IOException;
    }

    private Response stream(String userId, @Nullable String cursor, Form form) {
        var at = network.locate(Ids.ofPath(userId)).join();
        var tree = at.tree();
        var after = DownlineCursor.read(tree, at.member(), cursor);
        StreamingOutput output = out -> form.write(new DownlineRows(tree, at.member()), after, out);
        return Response.ok(output).header(Json.SEQ_HEADER, tree.asOf()).build();
    }
}
