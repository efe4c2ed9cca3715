package io.upline.service.bonus.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.upline.service.bonus.AtOnce;
import io.upline.service.bonus.Bonuses;
import io.upline.service.bonus.distribution.event.DistributionRequest;
import io.upline.service.network.Network;
import io.upline.service.network.log.AnotherReplica;
import io.upline.service.plan.Plans;
import io.upline.service.platform.batch.GroupCommit;
import io.upline.service.platform.batch.Outcome;
import io.upline.service.platform.database.Database;
import io.upline.service.platform.database.FailingDatabase;
import io.upline.service.platform.database.FailingDatabase.Ending;
import io.upline.service.platform.database.TimeOrderedIds;
import io.upline.service.platform.http.problem.Problem;
import io.upline.service.platform.http.problem.ProblemType;
import io.upline.service.platform.idempotency.Answer;
import io.upline.service.platform.idempotency.IdempotencyKey;
import io.upline.service.testing.Api;
import io.upline.service.testing.Authors;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What can't be brought about over HTTP: several replicas, and connections that die at COMMIT.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class DistributionWriterTest {
    private static final int REPLICAS = 4;
    private static final int REQUESTS = 100;
    private static final int PLENTY = 100;

    @Inject
    Database database;

    @Inject
    DataSource pool;

    @Inject
    Network network;

    @Inject
    Plans plans;

    @Test
    void replicasThatPayTheSameAtOncePayItOnceAndAllSaySo() throws Exception {
        var root = Api.newRoot();
        var source = UUID.fromString(Api.newMember(root));
        var requests = new ArrayList<DistributionRequest>();
        for (int i = 0; i < REQUESTS; i++) {
            requests.add(purchase(source, Optional.of(UUID.randomUUID().toString())));
        }
        var replicas = new ArrayList<Callable<List<String>>>();
        for (int i = 0; i < REPLICAS; i++) {
            var order = new ArrayList<>(requests);
            Collections.shuffle(order, new Random(i));
            var writer = writer(database, i);
            replicas.add(() -> eventsOf(order, writer));
        }
        var paid = new HashSet<String>();
        AtOnce.all(replicas).forEach(paid::addAll);
        assertThat(paid).hasSize(REQUESTS);
        assertThat(bonusesOf(root)).hasSize(REQUESTS);
    }

    private static List<String> eventsOf(List<DistributionRequest> requests, DistributionWriter writer) {
        try (var queue = new GroupCommit<>("bonus-writer", writer)) {
            var replies = requests.stream().map(queue::submit).toList();
            return replies.stream().map(reply -> event(reply.join())).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void aPurchaseIsPaidOnceWhenTheConnectionDiesAtItsCommit(Ending ending) throws Exception {
        var root = Api.newRoot();
        var request = purchase(UUID.fromString(Api.newMember(root)), Optional.empty());
        var writer = writer(FailingDatabase.of(pool, ending, PLENTY), 1);
        var events = events(writer.commit(List.of(request)));
        assertThat(bonusesOf(root)).isEqualTo(events);
        assertThat(entriesAbout(events)).isEqualTo(events.size());
    }

    @Test
    void aBatchPaysWhatIsMeantAndOnlyTellsTheRest() throws Exception {
        var root = Api.newRoot();
        var source = UUID.fromString(Api.newMember(root));
        var order = Optional.of(UUID.randomUUID().toString());
        var batch = List.of(dry(source, order), purchase(source, order), dry(source, order));
        var events = events(writer(database, 1).commit(batch));
        assertThat(events).containsExactly(null, events.get(1), events.get(1));
        assertThat(bonusesOf(root)).containsExactly(events.get(1));
        assertThat(entriesAbout(events)).isEqualTo(1);
    }

    /// How many entries of the audit have some of the events.
    private long entriesAbout(List<String> events) {
        return database.transaction(connection -> {
            try (var select = connection.prepareStatement("""
                    SELECT count(*) FROM audit_entry, unnest(events) AS event WHERE event = ANY (?::uuid[])
                    """)) {
                select.setArray(1, connection.createArrayOf("uuid", events.toArray()));
                var row = select.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void anAnswerIsKeptOnceWhenTheConnectionDiesAtItsCommit(Ending ending) throws Exception {
        var root = Api.newRoot();
        var request = keyed(UUID.fromString(Api.newMember(root)));
        var writer = writer(FailingDatabase.of(pool, ending, PLENTY), 1);
        var events = events(writer.commit(List.of(request)));
        assertThat(events(writer.commit(List.of(request)))).isEqualTo(events);
        assertThat(bonusesOf(root)).isEqualTo(events);
    }

    @Test
    void whatAnotherReplicaPaidWhileACommitFailedLeavesNoEventBehind() {
        var source = UUID.fromString(Api.newMember(Api.newRoot()));
        var requests = List.of(purchase(source, Optional.of(UUID.randomUUID().toString())));
        var other = writer(database, 2);
        var failing = FailingDatabase.of(pool, Ending.ROLLED_BACK, PLENTY, () -> eventsOf(requests, other));
        var told = eventsOf(requests, writer(failing, 1));
        assertThat(eventsWritten(source)).isEqualTo(told).hasSize(1);
    }

    private List<String> eventsWritten(UUID source) {
        return database.transaction(connection -> {
            try (var select = connection.prepareStatement("""
                    SELECT bonus_event.id FROM bonus_event JOIN member ON number = source WHERE user_id = ?
                    """)) {
                select.setObject(1, source);
                var rows = select.executeQuery();
                var ids = new ArrayList<String>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        });
    }

    @Test
    void whereNobodyCanKnowWhatBecameOfItThatIsSaid() {
        var request = purchase(UUID.fromString(Api.newRoot()), Optional.empty());
        var writer = writer(FailingDatabase.of(pool, Ending.COMMITTED, 1), 1);
        assertThatThrownBy(() -> writer.commit(List.of(request)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN));
    }

    @Test
    void aBadRequestIsRefusedAloneWhileTheRestOfItsBatchIsPaid() throws Exception {
        var good = purchase(UUID.fromString(Api.newRoot()), Optional.empty());
        var bad = purchase(UUID.randomUUID(), Optional.empty());
        var outcomes = writer(database, 1).commit(List.of(good, bad, good));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
        assertThat(events(List.of(outcomes.get(0), outcomes.get(2)))).doesNotHaveDuplicates();
    }

    @Test
    void oneReferenceTwiceInABatchIsPaidOnceAndAnotherSourceIsTold() throws Exception {
        var root = UUID.fromString(Api.newRoot());
        var reference = Optional.of(UUID.randomUUID().toString());
        var other = purchase(UUID.fromString(Api.newRoot()), reference);
        var outcomes = writer(database, 1).commit(List.of(purchase(root, reference), purchase(root, reference), other));
        assertThat(new HashSet<>(events(outcomes.subList(0, 2)))).hasSize(1);
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).hasMessageContaining(root.toString()));
    }

    @Test
    void whoeverWasRegisteredByAnotherReplicaIsAKnownSource() {
        for (int i = 0; i < 5; i++) {
            Bonuses.distribute(AnotherReplica.newRoot(database), "referral");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mlm/bonus/user/%s", "/mlm/report/weekly/%s", "/mlm/members/%s/rank"})
    void whoeverWasRegisteredByAnotherReplicaCanBeReadAtOnce(String route) {
        Api.get(route.formatted(AnotherReplica.newRoot(database))).then().statusCode(200);
    }

    private DistributionWriter writer(Database at, long seed) {
        return new DistributionWriter(at, network, plans, new TimeOrderedIds(new Random(seed)));
    }

    private static DistributionRequest purchase(UUID source, Optional<String> reference) {
        return new DistributionRequest(
                source, "purchase", reference, Optional.empty(), Optional.empty(), Authors.SOMEBODY, false);
    }

    private static DistributionRequest keyed(UUID source) {
        var key = new IdempotencyKey(UUID.randomUUID().toString(), "fingerprint");
        return new DistributionRequest(
                source, "purchase", Optional.empty(), Optional.empty(), Optional.of(key), Authors.SOMEBODY, false);
    }

    private static DistributionRequest dry(UUID source, Optional<String> reference) {
        return new DistributionRequest(
                source, "purchase", reference, Optional.empty(), Optional.empty(), Authors.SOMEBODY, true);
    }

    private static List<String> events(List<Outcome<Answer>> outcomes) {
        return outcomes.stream()
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<Answer>(var answer) -> event(answer);
                    case Outcome.Refused<Answer>(var reason) -> throw new AssertionError(reason);
                })
                .toList();
    }

    private static String event(Answer answer) {
        return JsonPath.from(answer.body()).getString("event_id");
    }

    private static List<String> bonusesOf(String member) {
        return Bonuses.json(Api.get("/mlm/bonus/user/" + member)).getList("event_id", String.class);
    }
}
