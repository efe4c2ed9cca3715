package io.upline.service.check;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.check.memory.HangUp;
import io.upline.service.platform.http.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Proves this instance right, for operators and for tests.
@Path("/mlm/check")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CheckResource {
    private final NetworkCheck check;

    CheckResource(NetworkCheck check) {
        this.check = check;
    }

    /// What differs, as sentences. The reply is 200 whatever was found: the check was done, and its result is the
    /// finding. A caller who hangs up ends it. O(members).
    @GET
    public Response check(@Context RoutingContext context) {
        var report = check.run(new HangUp(context.response()::closed));
        return Response.ok(report.json())
                .header(Json.SEQ_HEADER, report.extent().seq())
                .build();
    }
}
