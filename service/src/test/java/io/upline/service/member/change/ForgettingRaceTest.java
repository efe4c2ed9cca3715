package io.upline.service.member.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.upline.service.bonus.AtOnce;
import io.upline.service.bonus.Bonuses;
import io.upline.service.member.Joining;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.EveryColumn;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Seeds;
import io.upline.service.testing.Wait;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// Members are forgotten one after another while others write their ids down wherever they can.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ForgettingRaceTest {
    private static final int MEMBERS = 30;
    private static final int CLIENTS = 4;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Database database;

    /// Whether nobody is going to be forgotten any more.
    private volatile boolean isOver;

    @Test
    void nothingThatIsWrittenAtTheSameMomentHoldsAnIdAfterwards() throws Exception {
        var random = new Random(Seeds.next());
        var ids = Joining.below(MEMBERS);
        var root = ids.removeFirst();
        var calls = new ArrayList<Callable<Integer>>();
        for (int client = 0; client < CLIENTS; client++) {
            var own = new Random(random.nextLong());
            calls.add(
                    () -> ids.stream().mapToInt(id -> writeDown(id, root, own)).sum());
        }
        calls.add(() -> {
            var own = new Random(random.nextLong());
            forgetAll(ids, own);
            return 1;
        });
        assertThat(AtOnce.all(calls)).allMatch(written -> written > 0);
        for (var id : ids) {
            List<String> columns =
                    database.transaction(connection -> EveryColumn.holding(connection, UUID.fromString(id)));
            assertThat(columns).as(id).isEmpty();
        }
        Checks.assertClean();
    }

    /// Writes until the member is nobody any more, and says how often that succeeded.
    private int writeDown(String id, String root, Random random) {
        var written = 0;
        while (!isOver) {
            var reply = random.nextInt(50) == 0 ? imported(id, root) : posted(id, random);
            if (reply.statusCode() == 404) {
                return written;
            }
            assertThat(reply.statusCode()).as(reply.asString()).isIn(200, 409);
            written++;
        }
        return written;
    }

    private void forgetAll(List<String> ids, Random random) {
        try {
            ids.forEach(id -> forgetAfterAWhile(id, random));
        } finally {
            isOver = true;
        }
    }

    private static Response posted(String id, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> keyed("/mlm/bonus", Bonuses.body(id, "purchase", ", \"amount\": 5"));
            case 1 ->
                Api.post(
                        "/mlm/bonus",
                        Bonuses.body(
                                id,
                                "purchase",
                                ", \"amount\": 5, \"reference\": \"%s-%s\"".formatted(id, random.nextInt())));
            case 2 ->
                keyed("/mlm/register", "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(UUID.randomUUID(), id));
            case 3 -> keyed("/mlm/members/" + id + "/suspend", "{\"reason\": \"for %s\"}".formatted(id));
            default -> keyed("/mlm/rank/evaluate/" + id, "null");
        };
    }

    private static Response keyed(String path, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    /// The reply says who can't be taken, because they are sponsored by somebody else.
    private static Response imported(String id, String root) {
        var child = Api.post(
                "/mlm/register", "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(UUID.randomUUID(), id));
        if (child.statusCode() != 200) {
            return child;
        }
        return given().contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("user_id,sponsor_id,joined_at\n%s,%s,2020-01-01T00:00:00Z\n"
                        .formatted(child.<String>path("user_id"), root))
                .post("/mlm/members/import");
    }

    private static void forgetAfterAWhile(String id, Random random) {
        for (int i = random.nextInt(12); i > 0; i--) {
            Api.get("/mlm/members/" + id).then().statusCode(200);
        }
        // While others keep replies for long, it is refused, and is to be tried again.
        Wait.until(() -> forget(id).statusCode() != 503);
        assertThat(Api.get("/mlm/members/" + id).statusCode()).isEqualTo(404);
    }

    private static Response forget(String id) {
        var reply = Api.post("/mlm/members/" + id + "/forget", "{\"reason\": \"asked\"}");
        assertThat(reply.statusCode()).as(reply.asString()).isIn(200, 503);
        return reply;
    }
}
