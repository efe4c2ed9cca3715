package io.upline.service.check;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.upline.service.bonus.AtOnce;
import io.upline.service.bonus.Bonuses;
import io.upline.service.check.memory.HangUp;
import io.upline.service.check.rule.AuditRule;
import io.upline.service.check.rule.BonusRule;
import io.upline.service.check.rule.LogRule;
import io.upline.service.network.log.AnotherReplica;
import io.upline.service.openapi.Documented;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Seeds;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class CheckTest {
    private static final int IMPORTED = 3_000;
    private static final int CLIENTS = 4;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NetworkCheck check;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    @Test
    void aRightNetworkIsFoundRight() {
        var members = imported(new Random(Seeds.next()));
        for (var member : members.subList(0, 100)) {
            Bonuses.distribute(member, "referral");
            Bonuses.post(Bonuses.body(member, "purchase", ", \"reference\": \"order-" + member + "\", \"amount\": 100"))
                    .statusCode(200);
            Api.post("/mlm/rank/evaluate/" + member, "null").then().statusCode(200);
        }
        Documented.get("/mlm/check", "")
                .statusCode(200)
                .body("findings", empty())
                .body("ok", equalTo(true))
                .body("findings_left_out", equalTo(0))
                .body("members", greaterThan(IMPORTED - 1))
                .body("as_of_seq", greaterThan(IMPORTED));
    }

    @Test
    void aNetworkThatGrowsMeanwhileIsFoundRight() throws Exception {
        var root = Api.newRoot();
        var growing = new AtomicInteger(CLIENTS);
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < CLIENTS; i++) {
            calls.add(() -> {
                for (int member = 0; member < 150; member++) {
                    Api.newMember(root);
                }
                return growing.decrementAndGet();
            });
        }
        calls.add(() -> {
            var checks = 0;
            while (growing.get() > 0) {
                Checks.assertClean();
                checks++;
            }
            return checks;
        });
        assertThat(AtOnce.all(calls).getLast()).isPositive();
        Checks.assertClean();
    }

    /// A check that runs beside changes sees members in other places than the snapshot has.
    @Test
    void aNetworkThatIsChangedMeanwhileIsFoundRight() throws Exception {
        var random = new Random(Seeds.next());
        var members = imported(random);
        var changing = new AtomicInteger(CLIENTS);
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < CLIENTS; i++) {
            var own = new Random(random.nextLong());
            calls.add(() -> {
                try {
                    return changes(members, own);
                } finally {
                    changing.decrementAndGet();
                }
            });
        }
        calls.add(() -> {
            while (changing.get() > 0) {
                Checks.assertClean();
            }
            return 0;
        });
        assertThat(AtOnce.all(calls).subList(0, CLIENTS)).allMatch(changed -> changed > 0);
        Checks.assertClean();
    }

    /// Tries to change somebody again and again, and counts how often that could be done.
    private static int changes(List<String> members, Random random) {
        var changed = 0;
        for (int change = 0; change < 100; change++) {
            changed += changed(members, random) ? 1 : 0;
        }
        return changed;
    }

    /// Tries to change somebody at random.
    private static boolean changed(List<String> members, Random random) {
        var who = random.nextInt(members.size());
        var member = "/mlm/members/" + members.get(who);
        // Nobody else: whoever is moved below or sponsored by themself is refused as nonsense.
        var other = members.get((who + 1 + random.nextInt(members.size() - 1)) % members.size());
        var reply = switch (random.nextInt(5)) {
            case 4 -> Api.post(member + "/forget", "{\"reason\": \"why\"}");
            case 0 -> Api.post(member + "/move", "{\"parent_id\": \"%s\", \"reason\": \"why\"}".formatted(other));
            case 1 -> Api.post(member + "/move", "{\"sponsor_id\": \"%s\", \"reason\": \"why\"}".formatted(other));
            case 2 -> Api.post(member + "/suspend", "{\"reason\": \"why\"}");
            default -> Api.post(member + "/reinstate", "{\"reason\": \"why\"}");
        };
        assertThat(reply.statusCode()).as(reply.asString()).isIn(200, 404, 409);
        return reply.statusCode() == 200;
    }

    @Test
    void whatAnotherReplicaWroteIsTakenInFirst() {
        for (int i = 0; i < 20; i++) {
            AnotherReplica.newRoot(database);
            Checks.assertClean();
        }
    }

    @Test
    void aSecondCheckAtTheSameTimeIsRefusedAndACallerWhoHangsUpEndsTheFirst() {
        var refused = new AtomicBoolean();
        var caller = new HangUp(() -> {
            Documented.get("/mlm/check", "")
                    .statusCode(409)
                    .body("detail", equalTo("A check is running already; wait for its end."));
            refused.set(true);
            return true;
        });
        assertThat(catchThrowable(() -> check.run(caller))).isInstanceOf(CancellationException.class);
        assertThat(refused).isTrue();
        Checks.assertClean();
    }

    @Test
    void aCallerWhoHangsUpAmongTheMembersEndsIt() {
        imported(new Random(Seeds.next()));
        var looks = new AtomicInteger(LogRule.values().length + BonusRule.values().length + AuditRule.values().length);
        var caller = new HangUp(() -> looks.decrementAndGet() < 0);
        assertThat(catchThrowable(() -> check.run(caller))).isInstanceOf(CancellationException.class);
        Checks.assertClean();
    }

    /// Imports a random network and returns its members, the root left out.
    private static List<String> imported(Random random) {
        var ids = new ArrayList<>(List.of(UUID.randomUUID().toString()));
        var csv =
                new StringBuilder("user_id,sponsor_id,joined_at\n%s,,2021-03-01T08:00:00Z\n".formatted(ids.getFirst()));
        for (int i = 1; i < IMPORTED; i++) {
            var id = UUID.randomUUID().toString();
            csv.append("%s,%s,2021-03-01T08:00:00.%06dZ%n".formatted(id, ids.get(random.nextInt(ids.size())), i));
            ids.add(id);
        }
        given().contentType("text/csv")
                .body(csv.toString())
                .post("/mlm/members/import")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("registered", equalTo(IMPORTED));
        return ids.subList(1, ids.size());
    }
}
