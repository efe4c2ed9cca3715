package io.upline.service.bonus.list;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.bonus.BonusJson;
import io.upline.service.bonus.BonusTable;
import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.NextLink;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Lists of bonuses, newest first: plain arrays, with the next page as a `Link`.
@Path("/mlm/bonus")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BonusListResource {
    private final Network network;
    private final Database database;

    BonusListResource(Network network, Database database) {
        this.network = network;
        this.database = database;
    }

    /// Everyone's bonuses. O(limit).
    @GET
    public Response all(@BeanParam BonusListRequest request) {
        return page("/mlm/bonus", Optional.empty(), request);
    }

    /// What one member earned. O(limit).
    @GET
    @Path("/user/{user_id}")
    public Response ofMember(@PathParam("user_id") String userId, @BeanParam BonusListRequest request) {
        var id = Ids.ofPath(userId);
        return page(
                "/mlm/bonus/user/" + id, Optional.of(network.locate(id).join().number()), request);
    }

    private Response page(String path, Optional<Integer> earner, BonusListRequest request) {
        var query = request.query(path, earner);
        var page = database.transaction(connection -> BonusTable.page(connection, query));
        var response = Response.ok(BonusJson.list(page.bonuses()));
        page.last().ifPresent(last -> response.header(NextLink.HEADER, request.next(path, last)));
        return response.build();
    }
}
