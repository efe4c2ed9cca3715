package io.upline.service.network.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyCheck;
import io.upline.service.network.Replica;
import io.upline.service.network.command.MemberChange;
import io.upline.service.network.command.NetworkCommand;
import io.upline.service.network.command.NetworkCommand.Registration;
import io.upline.service.network.command.NetworkResult.Changed;
import io.upline.service.network.command.NetworkResult.Placed;
import io.upline.service.network.command.Proposal;
import io.upline.service.network.log.ProposedSettings;
import io.upline.service.network.memory.Publications;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.batch.RunAgain;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.FailingDatabase;
import io.upline.service.platform.database.FailingDatabase.Ending;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.testing.Authors;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The connection dies in COMMIT: nobody knows what became of the batch, until somebody looks.
class UnknownOutcomeTest {
    private static final int WIDTH = 3;
    private static final int ENOUGH_CONNECTIONS = 100;

    private final DataSource pool = Replica.pool(Replica.database());
    private final UUID user = UUID.randomUUID();
    private final List<NetworkCommand> batch =
            List.of(new Registration(user, Optional.empty(), Optional.empty(), Authors.SOMEBODY));

    UnknownOutcomeTest() throws SQLException {
        ProposedSettings.bringInForce(new Database(pool), new Proposal(OptionalInt.of(WIDTH), WIDTH, "the plan"));
    }

    private NetworkWriter writer(Ending ending, int connections) throws SQLException {
        var writer = new NetworkWriter(FailingDatabase.of(pool, ending, connections), new Publications());
        writer.memory().load();
        return writer;
    }

    @Test
    void aBatchThatWasCommittedUnheardIsFoundAndAnswered() throws Exception {
        var writer = writer(Ending.COMMITTED, ENOUGH_CONNECTIONS);
        assertThat(writer.commit(batch))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.result()).isInstanceOf(Placed.class));
        assertThat(writer.memory().state().genealogy().indexOf(user)).isZero();
        assertThat(GenealogyCheck.of(writer.memory().state().genealogy())).isEmpty();
    }

    @Test
    void aBatchThatNeverArrivedIsTakenBackAndMayRunAgain() throws Exception {
        var writer = writer(Ending.ROLLED_BACK, ENOUGH_CONNECTIONS);
        assertThatThrownBy(() -> writer.commit(batch)).isInstanceOf(RunAgain.class);
        assertThat(writer.memory().state().genealogy().indexOf(user)).isEqualTo(Genealogy.NONE);
        assertThat(writer.commit(batch)).singleElement().isInstanceOf(Outcome.Done.class);
        assertThat(GenealogyCheck.of(writer.memory().state().genealogy())).isEmpty();
    }

    /// The second batch of a lone writer: one statement, which commits by itself.
    private NetworkWriter writerAfterOneBatch(Ending ending) throws Exception {
        var writer = new NetworkWriter(FailingDatabase.after(1, pool, ending), new Publications());
        writer.memory().load();
        assertThat(writer.commit(List.of(registration()))).singleElement().isInstanceOf(Outcome.Done.class);
        return writer;
    }

    private static Registration registration() {
        return new Registration(UUID.randomUUID(), Optional.empty(), Optional.empty(), Authors.SOMEBODY);
    }

    @Test
    void aStatementThatCommittedUnheardIsFoundAndAnswered() throws Exception {
        var writer = writerAfterOneBatch(Ending.COMMITTED);
        assertThat(writer.commit(batch))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.result()).isInstanceOf(Placed.class));
        assertThat(writer.memory().state().genealogy().indexOf(user)).isOne();
        assertThat(writer.commit(List.of(registration()))).singleElement().isInstanceOf(Outcome.Done.class);
        assertThat(GenealogyCheck.of(writer.memory().state().genealogy())).isEmpty();
        assertAudited(3);
    }

    /// Every birth is in one entry of the audit, and in one only.
    private void assertAudited(int births) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT count(*), count(DISTINCT seq)
                        FROM audit_entry, unnest(births) AS born, generate_series(lower(born), upper(born) - 1) AS seq
                        """)) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(births);
            assertThat(row.getInt(2)).isEqualTo(births);
        }
    }

    @Test
    void aStatementThatNeverArrivedIsTakenBackAndMayRunAgain() throws Exception {
        var writer = writerAfterOneBatch(Ending.ROLLED_BACK);
        assertThatThrownBy(() -> writer.commit(batch)).isInstanceOf(RunAgain.class);
        assertThat(isShutOut()).isTrue();
        assertThat(writer.memory().state().genealogy().indexOf(user)).isEqualTo(Genealogy.NONE);
        assertThat(writer.commit(batch)).singleElement().isInstanceOf(Outcome.Done.class);
        assertThat(GenealogyCheck.of(writer.memory().state().genealogy())).isEmpty();
        assertAudited(2);
    }

    /// Whether a statement that is still on the way comes too late.
    private boolean isShutOut() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("SELECT last_at > (SELECT max(recorded_at) FROM member) FROM network")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void aChangeThatWasCommittedUnheardIsFoundAndDoneOnce() throws Exception {
        var healthy = new NetworkWriter(new Database(pool), new Publications());
        healthy.memory().load();
        assertThat(healthy.commit(batch)).singleElement().isInstanceOf(Outcome.Done.class);
        var writer = writer(Ending.COMMITTED, ENOUGH_CONNECTIONS);
        var outcomes = writer.commit(List.of(suspension()));
        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.result()).isInstanceOf(Changed.class));
        assertThat(writer.memory().state().genealogy().isSuspended(0)).isTrue();
        assertThat(healthy.commit(List.of(suspension()))).singleElement().isInstanceOf(Outcome.Refused.class);
        assertAudited(1);
        assertThat(entriesOf("suspended")).isOne();
    }

    private int entriesOf(String act) throws SQLException {
        try (var connection = pool.getConnection();
                var select = connection.prepareStatement("SELECT count(*) FROM audit_entry WHERE act = ?")) {
            select.setString(1, act);
            var row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aChangeThatNeverArrivedIsNotInMemoryAndMayRunAgain() throws Exception {
        var writer = writer(Ending.ROLLED_BACK, ENOUGH_CONNECTIONS);
        assertThatThrownBy(() -> writer.commit(batch)).isInstanceOf(RunAgain.class);
        assertThat(writer.commit(batch)).singleElement().isInstanceOf(Outcome.Done.class);
        var other = writer(Ending.ROLLED_BACK, ENOUGH_CONNECTIONS);
        assertThatThrownBy(() -> other.commit(List.of(suspension()))).isInstanceOf(RunAgain.class);
        assertThat(other.memory().state().genealogy().isSuspended(0)).isFalse();
        assertThat(other.commit(List.of(suspension()))).singleElement().isInstanceOf(Outcome.Done.class);
        assertThat(other.memory().state().genealogy().isSuspended(0)).isTrue();
    }

    private MemberChange suspension() {
        return new MemberChange(user, new MemberChange.Kind.Suspension(), "a test", Optional.empty(), Authors.SOMEBODY);
    }

    @Test
    void whenNobodyCanLookTheCallerIsToldThatRepeatingIsSafe() throws SQLException {
        var writer = writer(Ending.COMMITTED, 2);
        assertThatThrownBy(() -> writer.commit(batch))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN));
    }
}
