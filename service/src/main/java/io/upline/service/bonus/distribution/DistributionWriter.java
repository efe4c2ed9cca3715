package io.upline.service.bonus.distribution;

import io.upline.service.audit.AuditWriter;
import io.upline.service.bonus.distribution.event.DistributionRequest;
import io.upline.service.bonus.distribution.event.Grounds;
import io.upline.service.bonus.distribution.table.PaidBefore;
import io.upline.service.network.Network;
import io.upline.service.plan.Plans;
import io.upline.service.platform.batch.BadBatch;
import io.upline.service.platform.batch.BatchHandler;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.batch.RunAgain;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.DatabaseUnavailable;
import io.upline.service.platform.database.Failure;
import io.upline.service.platform.database.OutcomeSearch;
import io.upline.service.platform.database.TimeOrderedIds;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.idempotency.Answer;
import io.upline.service.platform.idempotency.StoredReplies;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/// Does a batch of distributions in one transaction: brings the tree up to date, decides in memory, writes,
/// commits. Any number of replicas do so at once; what may happen once is settled by the database's unique keys.
final class DistributionWriter implements BatchHandler<DistributionRequest, Answer> {
    private static final Logger LOG = Logger.getLogger(DistributionWriter.class);

    private final Database database;
    private final Network network;
    private final Plans plans;
    private final TimeOrderedIds ids;
    private final AuditWriter audit = new AuditWriter();

    DistributionWriter(Database database, Network network, Plans plans, TimeOrderedIds ids) {
        this.database = database;
        this.network = network;
        this.plans = plans;
        this.ids = ids;
    }

    @Override
    public int bytesOf(DistributionRequest request) {
        return request.bytes();
    }

    @Override
    public List<Outcome<Answer>> commit(List<DistributionRequest> requests) throws Exception {
        try {
            return tryOnce(requests);
        } catch (SQLException e) {
            throw afterNothingWasWritten(e);
        } catch (Problem | DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BadBatch(e);
        }
    }

    private Exception afterNothingWasWritten(SQLException failure) {
        return switch (Failure.of(failure)) {
            case CONTENTION -> new RunAgain(failure);
            case CONNECTION_LOST -> {
                database.dropIdleConnections();
                yield new RunAgain(failure);
            }
            case DEFECT, INTEGRITY -> new BadBatch(failure);
            case OTHER -> failure;
        };
    }

    private List<Outcome<Answer>> tryOnce(List<DistributionRequest> requests) throws SQLException {
        var connection = connect();
        try {
            connection.setAutoCommit(false);
            var batch = decide(connection, requests);
            batch.write(connection, audit);
            commit(connection, batch);
            return batch.outcomes();
        } finally {
            Database.release(connection);
        }
    }

    /// Where there is no new connection the database is away, and trying again is the caller's business.
    private Connection connect() {
        try {
            return database.connection();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private void commit(Connection connection, DistributionBatch batch) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            LOG.warn("A batch of distributions failed at its end; looking up whether it was committed.", e);
            settle(batch);
        }
    }

    private DistributionBatch decide(Connection connection, List<DistributionRequest> requests) throws SQLException {
        var moment = network.upToDate(connection);
        var grounds = Grounds.of(moment, plans.inForce(connection, moment.nowMicros()));
        var named = requests.stream().flatMap(request -> request.key().stream()).toList();
        var replies = StoredReplies.read(connection, named);
        var once = requests.stream()
                .flatMap(request -> grounds.keysOf(request).stream())
                .distinct()
                .toList();
        var batch = new DistributionBatch(grounds, replies, PaidBefore.read(connection, once), ids);
        requests.forEach(batch::decide);
        requireStillInForce(grounds);
        return batch;
    }

    /// What another replica wrote may have come into the tree while the batch was decided: then it pays as of that.
    ///
    /// @throws SQLException of the kind [Failure#CONTENTION] when that was another plan
    private void requireStillInForce(Grounds grounds) throws SQLException {
        if (plans.versionInForce(grounds.nowMicros()).number()
                != grounds.inForce().version()) {
            throw Failure.contention("Another version of the plan came in force meanwhile.");
        }
    }

    /// Runs the same batch with the same ids again: they are either there, or free once the old transaction has
    /// ended.
    private void settle(DistributionBatch batch) throws SQLException {
        database.dropIdleConnections();
        var isCommitted = OutcomeSearch.isCommitted(() -> standsAfterAll(batch))
                .orElseThrow(
                        () -> Problem.of(
                                ProblemType.OUTCOME_UNKNOWN,
                                "The database went away while this was being committed. Repeat the request with the same reference or Idempotency-Key: that is safe."));
        if (!isCommitted) {
            throw Failure.contention("Another replica got in the way of what was being settled.");
        }
    }

    private boolean standsAfterAll(DistributionBatch batch) throws SQLException {
        try {
            writeAgain(batch);
            return true;
        } catch (SQLException e) {
            if (Failure.of(e) == Failure.CONTENTION) {
                return false;
            }
            throw e;
        }
    }

    private void writeAgain(DistributionBatch batch) throws SQLException {
        var connection = database.connection();
        try {
            connection.setAutoCommit(false);
            if (batch.write(connection, audit)) {
                connection.commit();
            }
        } finally {
            Database.release(connection);
        }
    }
}
