package io.upline.service.network.changes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Cursor;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened to one member, from the birth on.
@Path("/mlm/members/{user_id}/history")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class HistoryResource {
    private static final int DEFAULT_PAGE_ITEMS = 100;

    private final Network network;
    private final Database database;

    HistoryResource(Network network, Database database) {
        this.network = network;
        this.database = database;
    }

    /// One page, oldest first. O(limit).
    @GET
    public Response history(
            @PathParam("user_id") String userId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var most = Query.number("limit", limit, 1, ChangesResource.PAGE_ITEMS, DEFAULT_PAGE_ITEMS);
        var id = Ids.ofPath(userId);
        var list = "history:" + id;
        var reading =
                new Reading(Cursor.read(list, cursor).map(HistoryResource::seq).orElse(0L), Optional.empty(), most);
        var number = network.locate(id).join().number();
        var page = database.transaction(connection -> ChangeTable.ofMember(connection, number, reading));
        return Response.ok(ChangeJson.list(page, json -> next(json, list, page)))
                .header(Json.SEQ_HEADER, page.asOf())
                .build();
    }

    private static void next(JsonGenerator json, String list, ChangePage page) throws IOException {
        if (page.more()) {
            json.writeStringField(
                    "next",
                    Cursor.after(list, Long.toString(page.items().getLast().seq())));
        } else {
            json.writeNullField("next");
        }
    }

    private static long seq(String last) {
        try {
            return Long.parseLong(last);
        } catch (NumberFormatException e) {
            throw Cursor.foreign();
        }
    }
}
