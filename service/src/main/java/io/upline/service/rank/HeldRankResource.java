package io.upline.service.rank;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The rank that a member holds, as last evaluated.
@Path("/mlm/members/{user_id}/rank")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class HeldRankResource {
    private final Network network;
    private final Database database;

    HeldRankResource(Network network, Database database) {
        this.network = network;
        this.database = database;
    }

    /// The last verdict; all null before the first.
    @GET
    public Response held(@PathParam("user_id") String userId) {
        var id = Ids.ofPath(userId);
        var number = network.locate(id).join().number();
        var held = database.transaction(connection -> RankTable.find(connection, number));
        return Response.ok(RankJson.held(id, held)).build();
    }
}
