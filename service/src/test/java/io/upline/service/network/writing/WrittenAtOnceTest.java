package io.upline.service.network.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyCheck;
import io.upline.engine.genealogy.Member;
import io.upline.service.audit.Author;
import io.upline.service.network.Replica;
import io.upline.service.network.command.Born;
import io.upline.service.network.command.NetworkCommand;
import io.upline.service.network.command.NetworkCommand.CatchUp;
import io.upline.service.network.command.NetworkCommand.Registration;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.network.command.NetworkResult.Placed;
import io.upline.service.network.command.Proposal;
import io.upline.service.network.log.AnotherReplica;
import io.upline.service.network.log.Births;
import io.upline.service.network.log.NetworkLog;
import io.upline.service.network.log.ProposedSettings;
import io.upline.service.network.memory.Publications;
import io.upline.service.platform.batch.BadBatch;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.batch.RunAgain;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.testing.Authors;
import io.upline.service.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// A batch that is decided before the lock is held, and presumes that nobody else wrote: right or refused.
class WrittenAtOnceTest {
    private static final int WIDTH = 2;

    private final DataSource pool = Replica.pool(Replica.database());
    private final NetworkWriter writer = writer();

    WrittenAtOnceTest() throws SQLException {}

    private NetworkWriter writer() throws SQLException {
        var database = new Database(pool);
        ProposedSettings.bringInForce(database, new Proposal(OptionalInt.of(WIDTH), WIDTH, "the plan"));
        var loaded = new NetworkWriter(database, new Publications());
        loaded.memory().load();
        return loaded;
    }

    private static Outcome<NetworkResult> register(NetworkWriter writer, UUID user, Optional<UUID> sponsor)
            throws Exception {
        return writer.commit(List.of(new Registration(user, sponsor, Optional.empty(), Authors.SOMEBODY)))
                .getFirst();
    }

    /// As a queue would: once more, after another replica was faster.
    private static Born placedAfterOthers(NetworkWriter writer, Optional<UUID> sponsor) throws Exception {
        try {
            return placed(writer, sponsor);
        } catch (RunAgain e) {
            return placed(writer, sponsor);
        }
    }

    private static Born placed(NetworkWriter writer, Optional<UUID> sponsor) throws Exception {
        if (register(writer, UUID.randomUUID(), sponsor) instanceof Outcome.Done<NetworkResult>(Placed(var born))) {
            return born;
        }
        throw new AssertionError("not placed");
    }

    private static ProblemType refusal(Outcome<NetworkResult> outcome) {
        if (outcome instanceof Outcome.Refused<NetworkResult>(Problem problem)) {
            return problem.type();
        }
        throw new AssertionError(outcome);
    }

    private static List<Member> members(NetworkWriter writer) throws Exception {
        writer.commit(List.of(new CatchUp(() -> {})));
        var members = new ArrayList<Member>();
        writer.memory().state().genealogy().forEach(members::add);
        return members;
    }

    @Test
    void twoReplicasInTurnsPlaceEverybodyWhereTheOtherLeftOff() throws Exception {
        var other = writer();
        var root = placed(writer, Optional.empty()).userId();
        for (int turn = 0; turn < 30; turn++) {
            // One by one, and several in a row: after the first of those, a replica takes itself for the only one.
            var replica = turn % 5 < 2 ? writer : other;
            assertThat(placedAfterOthers(replica, Optional.of(root)).seq()).isEqualTo(turn + 4);
        }
        assertThat(members(writer)).isEqualTo(members(other));
        assertThat(GenealogyCheck.of(writer.memory().state().genealogy())).isEmpty();
        assertThat(members(other))
                .allSatisfy(member -> assertThat(member.frontline()).isLessThanOrEqualTo(WIDTH));
    }

    @Test
    void whomAnotherReplicaPlacedMeanwhileIsAMemberHereToo() throws Exception {
        placed(writer, Optional.empty());
        placed(writer, Optional.empty());
        var user = placed(writer(), Optional.empty()).userId();
        assertThatThrownBy(() -> register(writer, user, Optional.empty())).isInstanceOf(RunAgain.class);
        assertThat(refusal(register(writer, user, Optional.empty()))).isEqualTo(ProblemType.ALREADY_A_MEMBER);
        var sponsor = placed(writer(), Optional.empty()).userId();
        assertThat(placed(writer, Optional.of(sponsor)).parentId()).contains(sponsor);
    }

    @Test
    void aDatabaseWithAnotherBirthInTheSamePlaceIsReadAgain() throws Exception {
        var root = placed(writer, Optional.empty()).userId();
        var lost = placed(writer, Optional.of(root)).userId();
        run("UPDATE member SET user_id = gen_random_uuid() WHERE user_id = '%s'".formatted(lost));
        requireReadAgain(root, lost);
        assertThat(placed(writer, Optional.of(root)).position()).isEqualTo(2);
    }

    @Test
    void aDatabaseWithAChangeInThePlaceOfABirthIsReadAgain() throws Exception {
        var root = placed(writer, Optional.empty()).userId();
        var lost = placed(writer, Optional.of(root)).userId();
        run("DELETE FROM member WHERE user_id = '%s'".formatted(lost));
        run(
                "INSERT INTO member_change (seq, kind, width, recorded_at) SELECT seq, 'width_changed', 5, now() FROM network");
        run("UPDATE network SET members = members - 1, width = 5");
        requireReadAgain(root, lost);
        assertThat(placed(writer, Optional.of(root)).position()).isEqualTo(1);
        assertThat(writer.memory().state().genealogy().width()).isEqualTo(5);
    }

    private void requireReadAgain(UUID root, UUID lost) {
        assertThatThrownBy(() -> placed(writer, Optional.of(root))).isInstanceOf(RunAgain.class);
        assertThatThrownBy(() -> placed(writer, Optional.of(root))).isInstanceOf(BadBatch.class);
        assertThatThrownBy(() -> placed(writer, Optional.of(root))).isInstanceOf(RunAgain.class);
        assertThat(writer.memory().state().genealogy().indexOf(lost)).isEqualTo(Genealogy.NONE);
    }

    /// Whoever waits for the lock sees the counter as it is by then, and everything else as it was before.
    @Test
    void whoWaitedForTheLockIsPlacedAtOnce() throws Exception {
        var root = placed(writer, Optional.empty()).userId();
        var database = new Database(pool);
        var other = writer();
        var waiting = database.transaction(connection -> {
            var head = NetworkLog.lock(connection);
            var births = new Births();
            births.addRoot(UUID.randomUUID(), head.nowMicros());
            assertThat(NetworkLog.append(connection, head, births, AnotherReplica.authorOfNext(head)))
                    .isTrue();
            var placing = CompletableFuture.supplyAsync(() -> {
                try {
                    return placed(other, Optional.of(root));
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            });
            Wait.until(() -> isSomebodyWaiting(connection));
            return placing;
        });
        assertThat(waiting.join().seq()).isEqualTo(5);
    }

    private static boolean isSomebodyWaiting(Connection connection) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            row.next();
            return row.getLong(1) > 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBatchThatWasShutOutIsNotAppendedLater() throws Exception {
        placed(writer, Optional.empty());
        new Database(pool).transaction(connection -> {
            var head = NetworkLog.read(connection);
            var births = new Births();
            births.addRoot(UUID.randomUUID(), head.nowMicros());
            NetworkLog.shutOut(connection, head.nowMicros());
            assertThat(NetworkLog.append(connection, head, births, AnotherReplica.authorOfNext(head)))
                    .isFalse();
            var read = NetworkLog.read(connection);
            assertThat(NetworkLog.append(connection, read, births, AnotherReplica.authorOfNext(read)))
                    .isTrue();
            return head;
        });
    }

    @Test
    void nobodyJoinsBeforeOrWithTheLastOfTheLog() throws Exception {
        placed(writer, Optional.empty());
        run("UPDATE network SET last_at = clock_timestamp() + interval '1 hour'");
        var late = placedAfterOthers(writer, Optional.empty());
        var later = placed(writer, Optional.empty());
        assertThat(later.joinedAtMicros()).isGreaterThan(late.joinedAtMicros());
        assertThat(number("SELECT count(*) FROM network WHERE last_at > clock_timestamp() + interval '59 minutes'"))
                .isOne();
        assertThat(number("SELECT count(DISTINCT recorded_at) FROM member")).isEqualTo(3);
    }

    private void run(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void whoLetThemJoinIsWrittenInTheSameStatement() throws Exception {
        placed(writer, Optional.empty());
        var authors = List.of(Authors.SOMEBODY, new Author("admin", null, UUID.randomUUID(), null), Authors.SOMEBODY);
        writer.commit(authors.stream()
                .<NetworkCommand>map(
                        author -> new Registration(UUID.randomUUID(), Optional.empty(), Optional.empty(), author))
                .toList());
        assertThat(audited()).containsExactly("a-test {[3,4)}", "a-test {[4,5),[6,7)}", "null {[5,6)}");
    }

    /// The keys and births of all entries, in their order.
    private List<String> audited() throws SQLException {
        var entries = new ArrayList<String>();
        try (var connection = pool.getConnection();
                var select = connection.prepareStatement("""
                        SELECT key, births FROM audit_entry WHERE births IS NOT NULL ORDER BY id
                        """);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                entries.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return entries;
    }
}
