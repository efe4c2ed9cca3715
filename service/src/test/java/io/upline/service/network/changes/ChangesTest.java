package io.upline.service.network.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.network.log.AnotherReplica;
import io.upline.service.openapi.Documented;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Seeds;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The change feed, as another service follows it.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ChangesTest {
    private static final String CHANGES = "/mlm/changes";
    private static final String HISTORY = "/mlm/members/{user_id}/history";
    private static final int MEMBERS = 60;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    private static long end() {
        return Documented.get(CHANGES, "", "limit=1").extract().jsonPath().getLong("as_of_seq");
    }

    private static List<Long> seqs(String query) {
        return Documented.get(CHANGES, "", query)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.seq", Long.class);
    }

    @Test
    void theLogBeginsWithWhatIsInForce() {
        Documented.get(CHANGES, "", "limit=2")
                .body("items.kind", contains("width_changed", "plan_activated"))
                .body("items.seq", contains(1, 2))
                .body("items[0].width", equalTo(3))
                .body("items[1].plan_version", equalTo(1))
                .body("next", equalTo(2));
    }

    @Test
    void aBirthSaysWhoJoinedUnderWhomAndWhere() {
        var before = end();
        var root = Api.newRoot();
        var member = Api.newMember(root);
        Documented.get(CHANGES, "", "after=" + before)
                .body("items.kind", contains("born", "born"))
                .body("items.user_id", contains(root, member))
                .body("items[0].sponsor_id", nullValue())
                .body("items[0].parent_id", nullValue())
                .body("items[0].position", nullValue())
                .body("items[1].sponsor_id", equalTo(root))
                .body("items[1].parent_id", equalTo(root))
                .body("items[1].position", equalTo(1));
    }

    @Test
    void whatTwoReplicasWroteIsThereOnceAndInOrderHoweverItIsRead() {
        var random = new Random(Seeds.next());
        var before = end();
        var elsewhere = CompletableFuture.supplyAsync(() -> {
            var ids = new ArrayList<String>();
            for (int i = 0; i < MEMBERS; i++) {
                ids.add(AnotherReplica.newRoot(database));
            }
            return ids;
        });
        var read = new ArrayList<String>();
        var here = new ArrayList<String>();
        var next = before;
        var last = before;
        while (here.size() < MEMBERS || !elsewhere.isDone() || last < end()) {
            if (here.size() < MEMBERS) {
                here.add(Api.newRoot());
            }
            var page = Documented.get(CHANGES, "", "wait=0&after=%d&limit=%d".formatted(next, 1 + random.nextInt(9)))
                    .extract()
                    .jsonPath();
            for (var seq : page.getList("items.seq", Long.class)) {
                assertThat(seq).isEqualTo(++last);
            }
            read.addAll(page.getList("items.user_id", String.class));
            next = page.getLong("next");
            assertThat(next).isEqualTo(last);
        }
        here.addAll(elsewhere.join());
        assertThat(read).containsExactlyInAnyOrderElementsOf(here);
    }

    /// A follower must notice that the database went back in time, also when its log has grown again meanwhile.
    @Test
    void whoNamesAnEntryWithAnotherTimeIsToldThatTheLogWentBack() {
        Api.newRoot();
        var last = Documented.get(CHANGES, "", "after=%d".formatted(end() - 1))
                .extract()
                .jsonPath();
        var next = last.getLong("next");
        assertThat(last.getString("next_at")).isEqualTo(last.getString("items[0].at"));
        Documented.get(CHANGES, "", "after=%d&at=%s&wait=0".formatted(next, last.getString("next_at")))
                .statusCode(200)
                .body("next_at", equalTo(last.getString("next_at")));
        Documented.get(CHANGES, "", "after=%d&at=2026-01-31T12:00:00.000001Z&wait=0".formatted(next))
                .statusCode(409)
                .body("type", equalTo("/problems/log-went-back"));
        Documented.get(CHANGES, "", "after=%d&at=yesterday".formatted(next)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000})
    void theLogIsReadPageByPage(int limit) {
        var root = Api.newRoot();
        for (int i = 0; i < 10; i++) {
            Api.newMember(root);
        }
        var end = end();
        var next = Math.max(0, end - 20L * limit);
        while (next < end) {
            for (var seq : seqs("after=%d&limit=%d".formatted(next, limit))) {
                assertThat(seq).isEqualTo(++next);
            }
        }
        assertThat(next).isEqualTo(end);
    }

    @Test
    void whereNothingIsNewTheAnswerComesWhenTheTimeIsOver() {
        var end = end();
        for (var wait : List.of(0, 1)) {
            Documented.get(CHANGES, "", "after=%d&wait=%d".formatted(end, wait))
                    .statusCode(200)
                    .body("items", empty())
                    .body("next", equalTo((int) end));
        }
    }

    @Test
    void anEntryBeyondTheLogsEndMeansThatItWentBack() {
        Documented.get(CHANGES, "", "after=" + (end() + 1))
                .statusCode(409)
                .body("type", equalTo("/problems/log-went-back"))
                .body("detail", containsString("Read the network anew"));
        Documented.get(CHANGES, "", "after=" + Long.MAX_VALUE).statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=x",
                "after=1.5",
                "after=9223372036854775808",
                "after=0x1",
                "limit=0",
                "limit=1001",
                "wait=-1",
                "wait=61",
                "wait=soon"
            })
    void aBadParameterIsRefused(String query) {
        Documented.get(CHANGES, "", query).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=", "after=0", "limit=", "limit=1", "limit=1000", "wait=", "wait=0", "wait=60"})
    void aParameterAtItsLimitIsTaken(String query) {
        Documented.get(CHANGES, "", query).statusCode(200);
    }

    @Test
    void aHistoryBeginsWithTheBirthAndIsOfOneMember() {
        var root = Api.newRoot();
        var member = Api.newMember(root);
        Documented.get(HISTORY, member)
                .statusCode(200)
                .body("items.kind", contains("born"))
                .body("items.user_id", contains(member))
                .body("items.sponsor_id", contains(root))
                .body("next", nullValue());
        Documented.get(HISTORY, AnotherReplica.newRoot(database)).statusCode(200);
        Documented.get(HISTORY, UUID.randomUUID().toString()).statusCode(404);
        Documented.get(HISTORY, member, "cursor=x").statusCode(400);
        Documented.get(HISTORY, member, "limit=1001").statusCode(400);
    }
}
