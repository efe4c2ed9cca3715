package io.upline.service.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.GenealogyCheck;
import io.upline.engine.genealogy.Member;
import io.upline.service.network.command.NetworkResult;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.settings.DatabaseAddress;
import io.upline.service.testing.TestPostgres;
import io.upline.service.testing.Wait;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final int WIDTH = 3;

    private final DatabaseAddress database = Replica.database();

    @Test
    void aRestartFindsEverythingAgain() {
        List<Member> before;
        try (var replica = Replica.start(database, WIDTH)) {
            var root = replica.root();
            var hot = replica.below(root.userId());
            for (int i = 0; i < 50; i++) {
                replica.below(i % 2 == 0 ? root.userId() : hot.userId());
            }
            before = members(replica);
        }
        try (var replica = Replica.start(database, WIDTH)) {
            assertThat(members(replica)).isEqualTo(before);
            assertThat(GenealogyCheck.of(replica.network().genealogy())).isEmpty();
            assertThat(replica.below(before.getFirst().userId()).seq())
                    .isEqualTo(before.getFirst().asOf() + 1);
        }
    }

    /// The original service's mistake: two registrations at once overfilled a parent.
    @Test
    void nobodyIsOverfilledByRegistrationsAtOnceOnTwoReplicas() {
        try (var one = Replica.start(database, WIDTH);
                var other = Replica.start(database, WIDTH)) {
            var root = one.root().userId();
            var waiting = new ArrayList<CompletableFuture<NetworkResult>>();
            for (int i = 0; i < 1_000; i++) {
                var replica = i % 2 == 0 ? one : other;
                waiting.add(replica.submit(UUID.randomUUID(), Optional.of(root)).toCompletableFuture());
            }
            waiting.forEach(CompletableFuture::join);
            Wait.until(() -> one.network().genealogy().members() == 1_001);
            Wait.until(() -> other.network().genealogy().members() == 1_001);
            assertThat(members(one)).isEqualTo(members(other));
            assertThat(GenealogyCheck.of(one.network().genealogy())).isEmpty();
            assertThat(members(one))
                    .allSatisfy(member -> assertThat(member.frontline()).isLessThanOrEqualTo(WIDTH));
        }
    }

    @Test
    void theSameUserOnTwoReplicasAtOnceBecomesAMemberOnce() {
        try (var one = Replica.start(database, WIDTH);
                var other = Replica.start(database, WIDTH)) {
            var root = one.root().userId();
            for (int i = 0; i < 50; i++) {
                var user = UUID.randomUUID();
                var first = one.submit(user, Optional.of(root)).toCompletableFuture();
                var second = other.submit(user, Optional.of(root)).toCompletableFuture();
                var placed = List.of(first, second).stream()
                        .map(future -> future.handle((result, failure) -> failure == null ? 1 : 0)
                                .join())
                        .mapToInt(Integer::intValue)
                        .sum();
                assertThat(placed).isEqualTo(1);
            }
        }
    }

    @Test
    void whoeverAnotherReplicaPlacedIsKnownAtOnce() {
        try (var one = Replica.start(database, WIDTH);
                var other = Replica.start(database, WIDTH)) {
            var root = one.root().userId();
            for (int i = 0; i < 50; i++) {
                var born = one.below(root);
                var found = other.network().locate(born.userId()).join();
                assertThat(found.tree().member(found.member()).position()).isEqualTo(born.position());
            }
        }
    }

    @Test
    void whoeverNobodyPlacedIsUnknown() {
        try (var replica = Replica.start(database, WIDTH)) {
            var nobody = replica.network().locate(UUID.randomUUID());
            assertThatThrownBy(nobody::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_MEMBER));
        }
    }

    @Test
    void aWiderMatrixOpensSlotsAtTheNextStartAndANarrowerOneMovesNobody() {
        UUID root;
        try (var replica = Replica.start(database, 2)) {
            root = replica.root().userId();
            replica.below(root);
            replica.below(root);
            assertThat(replica.below(root).level()).isEqualTo(3);
        }
        try (var replica = Replica.start(database, 4)) {
            assertThat(replica.below(root).position()).isEqualTo(3);
            assertThat(replica.below(root).position()).isEqualTo(4);
            assertThat(replica.below(root).level()).isEqualTo(3);
        }
        try (var replica = Replica.start(database, 1)) {
            var tree = replica.network().genealogy();
            assertThat(tree.member(tree.indexOf(root)).frontline()).isEqualTo(4);
            var firstWithoutChildren = tree.userId(2);
            assertThat(replica.below(root).parentId()).contains(firstWithoutChildren);
            assertThat(GenealogyCheck.of(tree)).isEmpty();
        }
    }

    @Test
    void aDatabaseThatWentBackInTimeIsReadAgain() throws SQLException {
        try (var replica = Replica.start(database, WIDTH)) {
            var root = replica.root().userId();
            var lost = replica.below(root).userId();
            run("DELETE FROM member WHERE user_id = '%s'".formatted(lost));
            run("UPDATE network SET seq = seq - 1, members = members - 1");
            Wait.until(() ->
                    !isUnavailable(replica) && replica.network().genealogy().indexOf(lost) == Genealogy.NONE);
            assertThat(replica.below(root).position()).isEqualTo(1);
        }
    }

    @Test
    void anEntryOfANewerVersionMakesThisOneUnavailable() throws SQLException {
        try (var replica = Replica.start(database, WIDTH)) {
            replica.root();
            run("INSERT INTO member_change (seq, kind, recorded_at) SELECT seq + 1, 'teleported', now() FROM network");
            run("UPDATE network SET seq = seq + 1");
            Wait.until(() -> isUnavailable(replica));
            assertThatThrownBy(() -> replica.network().genealogy()).isInstanceOf(Problem.class);
        }
    }

    private static boolean isUnavailable(Replica replica) {
        try {
            return replica.network().genealogy().members() < 0;
        } catch (Problem e) {
            return true;
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = TestPostgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Member> members(Replica replica) {
        var members = new ArrayList<Member>();
        replica.network().genealogy().forEach(members::add);
        return members;
    }
}
