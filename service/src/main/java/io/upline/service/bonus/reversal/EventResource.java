package io.upline.service.bonus.reversal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.bonus.BonusTable;
import io.upline.service.bonus.distribution.table.EventTable;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// What an event was, what it paid, and what was taken back of it.
@Path("/mlm/events/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EventResource {
    private final Database database;

    EventResource(Database database) {
        this.database = database;
    }

    /// One event as of one moment. O(its bonuses + its refunds).
    @GET
    public Response event(@PathParam("id") String id) {
        var eventId = Ids.ofPath(id);
        return Response.ok(database.snapshot(connection -> ReversalJson.event(
                        EventTable.find(connection, eventId)
                                .orElseThrow(() -> ReversalResource.unknown(eventId.toString())),
                        BonusTable.ofEvents(connection, List.of(eventId)),
                        ReversalTable.ofEvent(connection, eventId))))
                .build();
    }
}
