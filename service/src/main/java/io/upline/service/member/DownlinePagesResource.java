package io.upline.service.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.engine.genealogy.Genealogy;
import io.upline.service.network.Network;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.Json;
import io.upline.service.platform.http.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/// The downline as a flat list, breadth-first: page by page, or as a stream of any length.
@Path("/mlm/members/{user_id}/downline")
@RunOnVirtualThread
public class DownlinePagesResource {
    private static final int DEFAULT_PAGE_MEMBERS = 100;

    /// Streams are for those who ask for them: the lower quality leaves everybody else the JSON.
    private static final String NDJSON = "application/x-ndjson;qs=0.5";
    private static final String CSV = "text/csv;qs=0.5";

    private final Network network;

    DownlinePagesResource(Network network) {
        this.network = network;
    }

    /// One page. O(limit).
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response page(
            @PathParam("user_id") String userId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var most = Query.number("limit", limit, 1, MemberResource.PAGE_MEMBERS, DEFAULT_PAGE_MEMBERS);
        var at = network.locate(Ids.ofPath(userId)).join();
        var tree = at.tree();
        var member = at.member();
        var page = tree.page(member, after(tree, member, cursor), most);
        return Response.ok(DownlineRows.page(tree, page, list(tree, member)))
                .header(Json.SEQ_HEADER, page.asOf())
                .build();
    }

    /// Everything from the cursor on, a JSON document a line.
    @GET
    @Produces(NDJSON)
    public Response ndjson(@PathParam("user_id") String userId, @QueryParam("cursor") @Nullable String cursor) {
        return stream(userId, cursor, DownlineRows::ndjson);
    }

    /// Everything from the cursor on, as CSV with a header line.
    @GET
    @Produces(CSV)
    public Response csv(@PathParam("user_id") String userId, @QueryParam("cursor") @Nullable String cursor) {
        return stream(userId, cursor, DownlineRows::csv);
    }

    private Response stream(String userId, @Nullable String cursor, DownlineRows.Form form) {
        var at = network.locate(Ids.ofPath(userId)).join();
        var tree = at.tree();
        var member = at.member();
        var after = after(tree, member, cursor);
        StreamingOutput output = out -> form.write(tree, member, after, out);
        return Response.ok(output).header(Json.SEQ_HEADER, tree.asOf()).build();
    }

    private static int after(Genealogy tree, int member, @Nullable String cursor) {
        return Cursor.readId(list(tree, member), cursor)
                .map(last -> below(tree, member, tree.indexOf(last)))
                .orElse(Genealogy.NONE);
    }

    /// Whoever made a cursor up may have named anybody.
    private static int below(Genealogy tree, int member, int last) {
        try {
            tree.member(last);
            tree.page(member, last, 1);
            return last;
        } catch (IllegalArgumentException e) {
            throw Cursor.foreign();
        }
    }

    private static String list(Genealogy tree, int member) {
        return "downline:" + tree.userId(member);
    }
}
