package io.upline.service.adjustment.list;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.adjustment.AdjustmentJson;
import io.upline.service.adjustment.AdjustmentTable;
import io.upline.service.adjustment.StoredAdjustment;
import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;

/// Reading adjustments.
@Path("/mlm/adjustments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdjustmentListResource {
    private final Database database;
    private final Network network;

    AdjustmentListResource(Database database, Network network) {
        this.database = database;
        this.network = network;
    }

    /// A page, newest first. O(limit); O(the member's adjustments) for those of one member in one status.
    @GET
    public Response list(@BeanParam AdjustmentListRequest request) {
        var most = request.most();
        // One more than asked for tells whether there is a next page.
        var query = new AdjustmentTable.Query(request.wanted(), member(request), request.before(), most + 1);
        var adjustments = database.transaction(connection -> AdjustmentTable.list(connection, query));
        var hasNext = adjustments.size() > most;
        var shown = hasNext ? adjustments.subList(0, most) : adjustments;
        return Response.ok(AdjustmentJson.page(shown, hasNext ? request.next(shown.getLast()) : null))
                .build();
    }

    private OptionalInt member(AdjustmentListRequest request) {
        return request.member()
                .map(id -> OptionalInt.of(network.locate(id).join().number()))
                .orElseGet(OptionalInt::empty);
    }

    /// One adjustment.
    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id) {
        var adjustmentId = Ids.ofPath(id);
        var adjustment = database.transaction(connection -> AdjustmentTable.find(connection, adjustmentId))
                .orElseThrow(() -> StoredAdjustment.unknown(adjustmentId));
        return Response.ok(AdjustmentJson.one(adjustment)).build();
    }
}
