package io.upline.client.faults.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.client.faults.load.Acknowledgements;
import io.upline.client.process.PostgresProcess;
import io.upline.client.process.Replica;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Holds the whole against what was acknowledged: the log, the money, and what every replica says.
public final class Audit {
    private static final int SHOWN = 20;

    private Audit() {}

    /// What was held against it.
    ///
    /// @param members members in the log
    /// @param events distributions in the database
    public record Result(int members, int events) {}

    /// Compares, when nobody writes any more.
    ///
    /// @param plan by which was paid
    ///
    /// @throws AssertionError with what differs
    public static Result of(
            NaivePlan plan,
            PostgresProcess database,
            List<Replica> replicas,
            Acknowledgements acknowledged,
            Follower follower)
            throws SQLException {
        try (var connection = database.connection()) {
            var log = LogRows.read(connection);
            var money = BonusRows.read(connection);
            var findings = new ArrayList<>(acknowledged.violations());
            var replay = new LogAudit(log, findings);
            var model = replay.model();
            var paid = new BonusAudit(plan, money, model, findings);
            replay.replay(paid::compareAsOf);
            paid.compare(acknowledged);
            new AcknowledgedAudit(log, findings).compare(acknowledged);
            new ReplicaAudit(log, model, findings).compare(replicas);
            follower.compare(log, findings);
            assertThat(findings.size() > SHOWN ? findings.subList(0, SHOWN) : findings)
                    .as("%d findings", findings.size())
                    .isEmpty();
            return new Result(log.births().size(), money.events().size());
        }
    }
}
