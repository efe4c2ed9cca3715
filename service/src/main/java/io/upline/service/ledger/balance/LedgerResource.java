package io.upline.service.ledger.balance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.platform.database.Database;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What all accounts of each kind come to, and that they sum to zero.
@Path("/mlm/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LedgerResource {
    private final Database database;

    LedgerResource(Database database) {
        this.database = database;
    }

    /// The totals. O(members with a balance).
    @GET
    public Response totals() {
        return Response.ok(LedgerJson.totals(database.snapshot(CompanyTotals::read)))
                .build();
    }
}
