package io.upline.service.bonus.why;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.engine.plan.BonusRule;
import io.upline.service.access.Earners;
import io.upline.service.bonus.Bonus;
import io.upline.service.bonus.BonusTable;
import io.upline.service.bonus.distribution.event.BonusEvent;
import io.upline.service.bonus.distribution.table.EventTable;
import io.upline.service.bonus.why.PostingTable.Posted;
import io.upline.service.plan.Plans;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Why a bonus was earned.
@Path("/mlm/bonus/{id}/why")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WhyResource {
    private final Database database;
    private final Plans plans;

    WhyResource(Database database, Plans plans) {
        this.database = database;
        this.plans = plans;
    }

    /// What the tables say of one bonus, as of one moment.
    private record Kept(Bonus bonus, BonusEvent event, List<LineThen.Standing> line, List<Posted> postings) {}

    /// The facts and the sentence. O(steps between the source and the earner).
    @GET
    public Response why(@PathParam("id") String id) {
        var bonusId = Ids.ofPath(id);
        var kept = database.snapshot(connection -> read(connection, bonusId));
        var rule = rule(kept.bonus());
        return Response.ok(WhyJson.of(new Explanation(
                        kept.bonus(),
                        kept.event(),
                        rule,
                        LineThen.of(kept.line(), rule.compression()),
                        kept.postings())))
                .build();
    }

    private static Kept read(Connection connection, UUID id) throws SQLException {
        var bonus = BonusTable.find(connection, id).orElseThrow(() -> Earners.unknown(id));
        return new Kept(
                bonus,
                EventTable.find(connection, bonus.eventId()).orElseThrow(),
                LineTable.read(connection, id, bonus.line()),
                PostingTable.ofBonus(connection, id));
    }

    /// A version never changes, and every bonus names one that has its rule.
    private BonusRule rule(Bonus bonus) {
        return plans.ofVersion(bonus.planVersion()).trigger(bonus.type()).stream()
                .flatMap(trigger -> trigger.rules().stream())
                .filter(rule -> rule.name().equals(bonus.rule()))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("Version %d of the plan has no rule %s of the trigger %s."
                        .formatted(bonus.planVersion(), bonus.rule(), bonus.type())));
    }
}
