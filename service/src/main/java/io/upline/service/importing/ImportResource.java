package io.upline.service.importing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upline.service.access.Caller;
import io.upline.service.audit.Author;
import io.upline.service.network.Network;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.Query;
import io.upline.service.platform.http.json.Json;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Imports members from CSV.
@Path("/mlm/members/import")
@Produces(MediaType.APPLICATION_JSON)
@Consumes("text/csv")
public class ImportResource {
    private final Network network;
    private final Database database;

    ImportResource(Network network, Database database) {
        this.network = network;
        this.database = database;
    }

    /// Takes the rows in order, a transaction for every [RowTaker#BATCH_ROWS]; the reply comes when all are
    /// durable. A row that can't be taken is listed and the rest goes in; repeating the same rows adds nobody
    /// twice.
    ///
    /// @param firstLine the line that the first row after the header has in the user's file; 2 when absent
    /// @param dryRun `true` only checks, and writes nothing
    @POST
    @RunOnVirtualThread
    public Response importMembers(
            InputStream body,
            @QueryParam("first_line") @Nullable String firstLine,
            @QueryParam("dry_run") @Nullable String dryRun,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Context RoutingContext context) {
        var line = Query.number("first_line", firstLine, 2, Integer.MAX_VALUE, 2);
        var dry = Query.flag("dry_run", dryRun);
        var author = Caller.authorOf(context);
        if (key != null) {
            var operation = "POST /mlm/members/import %d %s".formatted(line, dry);
            return new KeyedImport(database, key, operation, network.genealogy().asOf())
                    .run(body, rows -> read(rows, line, taker(dry, author)).json())
                    .response();
        }
        var report = read(body, line, taker(dry, author));
        return Response.ok(report.json()).header(Json.SEQ_HEADER, report.asOf()).build();
    }

    private RowTaker taker(boolean dry, Author author) {
        return dry
                ? new CheckedBatches(network.caughtUp().join(), database.nowMicros())
                : new ImportBatches(network, author);
    }

    private ImportReport read(InputStream body, int firstLine, RowTaker taker) {
        var report = new ImportReport(network.genealogy().asOf());
        MemberCsv.read(body, firstLine, report, taker);
        return report;
    }
}
