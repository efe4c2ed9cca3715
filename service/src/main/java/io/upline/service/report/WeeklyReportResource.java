package io.upline.service.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.bonus.BonusQuery;
import io.upline.service.network.Network;
import io.upline.service.plan.Plans;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.NextLink;
import io.upline.service.platform.http.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member's earnings of the last seven days, by the database's clock.
@Path("/mlm/report/weekly/{user_id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WeeklyReportResource {
    private static final String PATH = "/mlm/report/weekly/";

    private final Network network;
    private final Plans plans;
    private final Database database;

    WeeklyReportResource(Network network, Plans plans, Database database) {
        this.network = network;
        this.plans = plans;
        this.database = database;
    }

    /// The total, and the bonuses newest first with a `Link` to the rest. O(bonuses of the week).
    @GET
    public Response weekly(
            @PathParam("user_id") String userId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var id = Ids.ofPath(userId);
        var number = network.locate(id).join().number();
        var most = Query.number("limit", limit, 1, BonusQuery.PAGE_BONUSES, BonusQuery.PAGE_BONUSES);
        var position = WeeklyPosition.read(PATH + id, cursor);
        var report = database.snapshot(connection -> WeeklyReport.read(connection, number, position, most));
        var response = Response.ok(WeeklyJson.bytes(
                id, report, plans.inForce(report.window().toMicros()).plan().currency()));
        report.page()
                .last()
                .map(last -> new WeeklyPosition(report.window().toMicros(), last))
                .ifPresent(next -> response.header(NextLink.HEADER, link(id, limit, next)));
        return response.build();
    }

    private static String link(UUID id, @Nullable String limit, WeeklyPosition next) {
        var query = new LinkedHashMap<String, String>();
        query.put("limit", Objects.requireNonNullElse(limit, ""));
        query.put("cursor", next.cursor(PATH + id));
        return NextLink.of(PATH + id, query);
    }
}
