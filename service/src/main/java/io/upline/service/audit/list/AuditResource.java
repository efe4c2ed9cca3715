package io.upline.service.audit.list;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.audit.chain.Sealer;
import io.upline.service.platform.database.Database;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Reading the audit.
@Path("/mlm/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuditResource {
    private final Database database;
    private final Sealer sealer;

    AuditResource(Database database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /// A page, newest first. Everything that was answered before the request is in the list: it is sealed first,
    /// so that the list only grows at its beginning. O(limit); for one member O(what happened to them), and for an
    /// author or an act who are rare O(entries).
    @GET
    public Response list(@BeanParam AuditListRequest request) {
        var query = request.query();
        sealer.seal();
        var page = database.transaction(connection -> ReadTable.page(connection, query));
        return Response.ok(AuditJson.page(page, request)).build();
    }
}
