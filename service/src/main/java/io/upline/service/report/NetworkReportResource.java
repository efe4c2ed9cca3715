package io.upline.service.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.engine.genealogy.NetworkSummary;
import io.upline.service.network.Network;
import io.upline.service.plan.Plans;
import io.upline.service.platform.http.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// The whole network in figures, from memory.
@Path("/mlm/report/network")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class NetworkReportResource {
    private final Network network;
    private final Plans plans;

    NetworkReportResource(Network network, Plans plans) {
        this.network = network;
        this.plans = plans;
    }

    /// By this machine's clock: what is only shown goes on while the database is away.
    private static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /// How many members there are, how they stand, and how many earn each rank. O(members × ranks).
    @GET
    public Response figures() {
        var tree = network.genealogy();
        var summary = tree.summary();
        var ranks = new RankCount(plans.inForce(nowMicros()).plan().ladder(), summary.members());
        tree.forEach(ranks);
        return Response.ok(json(summary, ranks.counts()))
                .header(Json.SEQ_HEADER, summary.asOf())
                .build();
    }

    private static byte[] json(NetworkSummary summary, Map<String, Integer> ranks) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("as_of_seq", summary.asOf());
            json.writeNumberField("members", summary.members());
            json.writeNumberField("roots", summary.roots());
            json.writeNumberField("spilled_over", summary.spilledOver());
            json.writeNumberField("levels", summary.levels());
            json.writeNumberField("largest_downline", summary.largestDownline());
            json.writeObjectFieldStart("ranks");
            for (var rank : ranks.entrySet()) {
                json.writeNumberField(rank.getKey(), rank.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
