package io.upline.service.ledger.balance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// What moved a member's money, newest first.
@Path("/mlm/members/{user_id}/postings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PostingResource {
    private static final int PAGE_POSTINGS = 1_000;
    private static final int USUAL_POSTINGS = 100;

    private final Database database;
    private final Network network;

    PostingResource(Database database, Network network) {
        this.database = database;
        this.network = network;
    }

    /// A page. O(limit).
    @GET
    public Response postings(
            @PathParam("user_id") String userId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var id = Ids.ofPath(userId);
        var list = "postings of " + id;
        var most = Query.number("limit", limit, 1, PAGE_POSTINGS, USUAL_POSTINGS);
        var before = Cursor.read(list, cursor).map(PostingResource::id).orElse(Long.MAX_VALUE);
        var number = network.locate(id).join().number();
        // One more than asked for tells whether there is a next page.
        var postings = database.transaction(connection -> StoredPosting.of(connection, number, before, most + 1));
        var hasNext = postings.size() > most;
        var shown = hasNext ? postings.subList(0, most) : postings;
        var next = hasNext ? Cursor.after(list, Long.toString(shown.getLast().id())) : null;
        return Response.ok(LedgerJson.postings(shown, next)).build();
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Cursor.foreign();
        }
    }
}
