package io.upline.service.bonus.payment;

import io.upline.service.audit.Act;
import io.upline.service.audit.AuditWriter;
import io.upline.service.audit.Author;
import io.upline.service.audit.Deed;
import io.upline.service.bonus.life.LifeTable;
import io.upline.service.bonus.life.Payment;
import io.upline.service.bonus.life.Release;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.TimeOrderedIds;
import io.upline.service.platform.idempotency.Answer;
import io.upline.service.platform.job.Jobs;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/// Marks all bonuses paid that are not held: in the request, or by a job where there are many.
@Singleton
class PayAll {
    /// Bonuses that are paid while the caller waits.
    static final int IN_REQUEST = 5_000;

    private static final UUID FIRST = new UUID(0, 0);
    private static final Pattern JOB = Pattern.compile("\"job_id\":\"([0-9a-f-]+)\"");

    private final AuditWriter audit;
    private final Jobs jobs;

    PayAll(AuditWriter audit, Jobs jobs) {
        this.audit = audit;
        this.jobs = jobs;
    }

    /// Pays, or submits the job that does, and returns the body of the reply.
    String pay(Connection connection, Author author) throws SQLException {
        var nowMicros = Database.nowMicros(connection);
        var waiting = LifeTable.payable(connection, nowMicros);
        return waiting > IN_REQUEST
                ? submit(connection, author, waiting, nowMicros)
                : payNow(connection, author, nowMicros);
    }

    private String payNow(Connection connection, Author author, long nowMicros) throws SQLException {
        Release.due(connection);
        var upTo = TimeOrderedIds.leastAt(after(nowMicros));
        var paid = PaidSoFar.NOTHING.plus(
                List.of(), Payment.pay(connection, LifeTable.lockPayable(connection, FIRST, upTo, Integer.MAX_VALUE)));
        if (paid.count() > 0) {
            audit.write(connection, author, AllPaid.deed(paid.sums(), null), nowMicros);
        }
        return AllPaid.json(paid.count(), LifeTable.held(connection), paid.sums());
    }

    private String submit(Connection connection, Author author, long waiting, long nowMicros) throws SQLException {
        var request = "\"" + TimeOrderedIds.leastAt(after(nowMicros)) + "\"";
        var job = jobs.submit(connection, PayAllJob.NAME, request, OptionalLong.of(waiting));
        audit.write(connection, author, deed(job, waiting), nowMicros);
        return AllPaid.underWay(job, waiting, LifeTable.held(connection));
    }

    /// Ids are made by the clock's milliseconds: whatever is there by now has a lower one.
    private static long after(long nowMicros) {
        return nowMicros + 1_000;
    }

    private static Deed deed(UUID job, long waiting) {
        return Deed.toAll(Act.ALL_BONUSES_PAID, json -> {
            json.writeStringField("job", job.toString());
            json.writeNumberField("to_pay", waiting);
        });
    }

    /// The reply: 202 with the job's address, where there is one.
    Response response(Answer answer) {
        var job = JOB.matcher(answer.body());
        if (!job.find()) {
            return answer.response();
        }
        jobs.wake();
        return Response.fromResponse(answer.response())
                .status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, URI.create("/mlm/jobs/" + job.group(1)))
                .build();
    }
}
