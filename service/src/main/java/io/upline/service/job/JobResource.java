package io.upline.service.job;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.access.Caller;
import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Ids;
import io.upline.service.platform.http.json.JsonBody;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.job.Job;
import io.upline.service.platform.job.JobStatus;
import io.upline.service.platform.job.Jobs;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// Reading jobs, and cancelling them.
@Path("/mlm/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JobResource {
    private final Database database;
    private final AuditWriter audit;

    JobResource(Database database, AuditWriter audit) {
        this.database = database;
        this.audit = audit;
    }

    /// A page, newest first. O(limit).
    @GET
    public Response list(@BeanParam JobListRequest request) {
        var status = request.wanted();
        var before = request.before();
        var most = request.most();
        // One more than asked for tells whether there is a next page.
        var jobs = database.transaction(connection -> Jobs.list(connection, status, before, most + 1));
        var hasNext = jobs.size() > most;
        var shown = hasNext ? jobs.subList(0, most) : jobs;
        return Response.ok(JobJson.page(shown, hasNext ? request.next(shown.getLast()) : null))
                .build();
    }

    /// One job.
    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id) {
        var jobId = Ids.ofPath(id);
        return Response.ok(JobJson.one(database.transaction(connection -> found(connection, jobId))))
                .build();
    }

    /// Lets a job end before its next chunk. Repeating changes nothing.
    @POST
    @Path("/{id}/cancel")
    public Response cancel(@PathParam("id") String id, byte[] payload, @Context RoutingContext context) {
        JsonBody.requireNone(payload, context);
        var jobId = Ids.ofPath(id);
        var author = Caller.authorOf(context);
        return Response.ok(JobJson.one(database.transaction(connection -> cancel(connection, jobId, author))))
                .build();
    }

    private Job cancel(Connection connection, UUID id, Author author) throws SQLException {
        var before = Jobs.cancel(connection, id).orElseThrow(() -> unknown(id));
        requireNoOtherEnd(before);
        if (!before.isCancelRequested()) {
            write(connection, author, before);
        }
        return found(connection, id);
    }

    private static void requireNoOtherEnd(Job job) {
        if (job.status().isOver() && job.status() != JobStatus.CANCELLED) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "Job %s is %s; there is nothing left to cancel."
                            .formatted(job.id(), job.status().word()));
        }
    }

    private void write(Connection connection, Author author, Job before) throws SQLException {
        var deed = Deed.toAll(Act.JOB_CANCELLED, json -> {
            json.writeStringField("job", before.id().toString());
            json.writeStringField("kind", before.kind());
            json.writeObjectFieldStart("before");
            json.writeStringField("status", before.status().word());
            json.writeNumberField("done", before.done());
            json.writeEndObject();
        });
        audit.write(connection, author, deed, Database.nowMicros(connection));
    }

    private static Job found(Connection connection, UUID id) throws SQLException {
        return Jobs.find(connection, id).orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(UUID id) {
        return Problem.of(ProblemType.UNKNOWN_JOB, "There is no job " + id + ".");
    }
}
