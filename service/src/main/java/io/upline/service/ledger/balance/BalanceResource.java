package io.upline.service.ledger.balance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.network.Network;
import io.upline.service.plan.Plans;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What a member has, owes and got.
@Path("/mlm/members/{user_id}/balance")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BalanceResource {
    private final Database database;
    private final Network network;
    private final Plans plans;

    BalanceResource(Database database, Network network, Plans plans) {
        this.database = database;
        this.network = network;
        this.plans = plans;
    }

    /// By currency; the plan's is always among them. O(the member's postings since the last checkpoint).
    @GET
    public Response balance(@PathParam("user_id") String userId) {
        var id = Ids.ofPath(userId);
        var number = network.locate(id).join().number();
        var balances = database.transaction(connection -> Balances.of(connection, number));
        var currency = plans.inForce(database.nowMicros()).plan().currency();
        balances.putIfAbsent(currency.code(), Balances.zero(currency.code()));
        return Response.ok(LedgerJson.balances(id, balances.values())).build();
    }
}
