package io.upline.service.plan.version;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.engine.plan.Plan;
import io.upline.engine.plan.difference.PlanDifferences;
import io.upline.service.access.Caller;
import io.upline.service.network.Network;
import io.upline.service.network.command.ActivatedPlan;
import io.upline.service.network.rule.PlanRule;
import io.upline.service.plan.Plans;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.json.JsonBody;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The versions of the compensation plan.
@Path("/mlm/plans")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlanResource {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int MAX_NUMBER = 999_999_999;
    private static final int NOT_NAMED = 0;

    private final Network network;
    private final Plans plans;
    private final Database database;

    PlanResource(Network network, Plans plans, Database database) {
        this.network = network;
        this.plans = plans;
        this.database = database;
    }

    /// Puts a plan in force, at once or at a later time. The plan that would be in force then anyway changes nothing.
    ///
    /// @param dryRun `true` only says what it would come to
    @POST
    @Consumes({"application/yaml", "text/yaml", MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    public Response activate(
            @BeanParam PlanRequest request,
            byte[] payload,
            @QueryParam("dry_run") @Nullable String dryRun,
            @QueryParam("activate_at") @Nullable String activateAt) {
        var isDry = Query.flag("dry_run", dryRun);
        var asked = request.asked(payload, activateAt);
        var activation = asked.activation();
        // Parsed before the lock for which all writers wait.
        plans.inForce(activation.effectiveAtMicros().orElseGet(database::nowMicros));
        var answer = isDry
                ? network.rehearsePlan(activation, activated -> reply(activated, asked.plan()))
                : network.activatePlan(activation, activated -> reply(activated, asked.plan()));
        return answer.response();
    }

    private String reply(ActivatedPlan activated, Plan plan) {
        var followed = plans.of(activated.followed(), activated.followedDocument());
        var differences = PlanDifferences.between(followed.plan(), activated.followedWidth(), plan);
        return PlanJson.activated(activated, differences);
    }

    /// A page of all versions, newest first. O(versions).
    @GET
    public Response list(@BeanParam PlanListRequest request) {
        var limit = request.most();
        var before = request.before();
        return Response.ok(PlanJson.page(known(), before, limit)).build();
    }

    /// One version, with its document.
    @GET
    @Path("/{version}")
    public Response one(@PathParam("version") String version) {
        var number = number(version);
        var known = known();
        var found = known.version(number);
        var document = plans.document(found.number());
        return Response.ok(PlanJson.one(known, found, document)).build();
    }

    /// What a version says otherwise than another one, the one that it followed where none is named.
    @GET
    @Path("/{version}/differences")
    public Response differences(@PathParam("version") String number, @QueryParam("from") @Nullable String from) {
        var to = number(number);
        var named = Query.number("from", from, 1, MAX_NUMBER, NOT_NAMED);
        var known = known();
        var version = known.version(to);
        var other = (named == NOT_NAMED ? known.followedBy(version) : known.version(named)).number();
        var differences = PlanDifferences.between(plans.ofVersion(other), plans.ofVersion(to));
        return Response.ok(PlanJson.differences(other, to, differences)).build();
    }

    /// Withdraws a version that is not in force yet.
    @DELETE
    @Path("/{version}")
    public Response withdraw(@PathParam("version") String version, byte[] payload, @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        var number = number(version);
        network.withdrawPlan(number, Caller.authorOf(context));
        return one(version);
    }

    private KnownPlans known() {
        return database.transaction(connection -> {
            var moment = network.upToDate(connection);
            return new KnownPlans(network.plans(), moment.nowMicros());
        });
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw PlanRule.unknown(text);
        }
        return Integer.parseInt(text);
    }
}
