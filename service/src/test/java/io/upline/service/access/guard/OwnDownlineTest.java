package io.upline.service.access.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upline.service.access.AccessResource;
import io.upline.service.access.Calls;
import io.upline.service.access.Role;
import io.upline.service.openapi.Document;
import io.upline.service.openapi.Documented;
import io.upline.service.testing.PostgresResource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A member sees themself and whoever stands below them now, and nobody else.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(AccessResource.class)
@SuppressWarnings("NullAway.Init")
class OwnDownlineTest {
    private static final int DEEP_LEVELS = 1_100;

    private UUID root;
    private UUID anna;
    private UUID bert;
    private UUID carl;
    private UUID dora;

    @BeforeEach
    void register() {
        root = Calls.newRoot();
        anna = Calls.newMember(root);
        bert = Calls.newMember(anna);
        carl = Calls.newMember(bert);
        dora = Calls.newMember(root);
    }

    private static int status(UUID caller, String path, UUID about) {
        return Calls.get(Calls.person(caller), path.replace("{}", about.toString()))
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mlm/members/{}",
                "/mlm/members/{}/legs",
                "/mlm/members/{}/downline",
                "/mlm/members/{}/rank",
                "/mlm/downline/{}",
                "/mlm/downline/{}/count",
                "/user/downline/{}",
                "/user/downline/{}/count/"
            })
    void theirOwnDownlineIsTheirs(String path) {
        for (var theirs : List.of(anna, bert, carl)) {
            assertThat(status(anna, path, theirs)).isEqualTo(200);
        }
        for (var others : List.of(root, dora, UUID.randomUUID())) {
            assertThat(status(anna, path, others)).isEqualTo(404);
        }
        assertThat(status(carl, path, bert)).isEqualTo(404);
        assertThat(status(root, path, carl)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mlm/members/{}/upline",
                "/mlm/bonus/user/{}",
                "/mlm/report/weekly/{}",
                "/bonus/user/{}",
                "/reports/weekly/{}/"
            })
    void earningsAndUplineAreTheirsAlone(String path) {
        assertThat(status(bert, path, bert)).isEqualTo(200);
        for (var others : List.of(root, anna, carl, dora)) {
            assertThat(status(bert, path, others)).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"placement", "sponsor"})
    void ofTheirUplineAMemberLearnsIdsAndLevels(String line) {
        var path = "/mlm/members/" + carl + "/upline?line=" + line + "&limit=2";
        var first = Calls.get(Calls.person(carl), path);
        assertThat(first.<List<Map<String, Object>>>path("items"))
                .containsExactly(idAndLevel(bert, 3), idAndLevel(anna, 2));
        var second = Calls.get(Calls.person(carl), path + "&cursor=" + first.path("next"));
        assertThat(second.<List<Map<String, Object>>>path("items")).containsExactly(idAndLevel(root, 1));
        var documented = Document.read().operation("GET", "/mlm/members/{user_id}/upline");
        for (var reply : List.of(first, second)) {
            assertThat(Documented.faults(documented, 200, reply::header, reply.asString()))
                    .isEmpty();
        }
    }

    private static Map<String, Object> idAndLevel(UUID ancestor, int level) {
        return Map.of("user_id", ancestor.toString(), "level", level);
    }

    @Test
    void whoMayReadEverythingLearnsEverythingOfAnUpline() {
        for (var caller :
                List.of(Calls.service(Role.SERVICE), Calls.service(Role.AUDITOR), Calls.person(Calls.ADMIN))) {
            assertThat(Calls.get(caller, "/mlm/members/" + carl + "/upline")
                            .<List<Integer>>path("items.downline_count"))
                    .containsExactly(1, 2, 4);
        }
    }

    @Test
    void whoStandsElsewhereLooksLikeWhoIsNoMember() {
        var stranger = UUID.randomUUID();
        assertThat(problem(Calls.get(Calls.person(anna), "/mlm/members/" + dora), dora))
                .isEqualTo(problem(Calls.get(Calls.person(anna), "/mlm/members/" + stranger), stranger))
                .isEqualTo(problem(Calls.get(Calls.service(Role.ADMIN), "/mlm/members/" + stranger), stranger));
    }

    private static String problem(Response reply, UUID about) {
        return reply.asString().replaceFirst("urn:request:[0-9a-f-]+", "").replace(about.toString(), "ID");
    }

    @Test
    void aMoveTakesTheRightToSeeAlong() {
        assertThat(status(dora, "/mlm/members/{}", carl)).isEqualTo(404);
        Calls.post(
                        Calls.service(Role.ADMIN),
                        "/mlm/members/" + bert + "/move",
                        "{\"parent_id\": \"%s\", \"reason\": \"Stands better there.\"}".formatted(dora))
                .then()
                .statusCode(200);
        for (var moved : List.of(bert, carl)) {
            assertThat(status(anna, "/mlm/members/{}", moved)).isEqualTo(404);
            assertThat(status(dora, "/mlm/members/{}", moved)).isEqualTo(200);
            assertThat(status(root, "/mlm/members/{}", moved)).isEqualTo(200);
        }
    }

    @Test
    void theDepthMakesNoDifference() {
        var csv = new StringBuilder("user_id,sponsor_id,joined_at\n");
        var deepest = carl;
        for (int level = 0; level < DEEP_LEVELS; level++) {
            var next = UUID.randomUUID();
            csv.append(next).append(',').append(deepest).append(",2024-01-01T00:00:00Z\n");
            deepest = next;
        }
        given().headers(Calls.service(Role.SERVICE))
                .contentType("text/csv")
                .body(csv.toString())
                .post("/mlm/members/import")
                .then()
                .statusCode(200);
        assertThat(status(anna, "/mlm/members/{}", deepest)).isEqualTo(200);
        assertThat(status(dora, "/mlm/members/{}", deepest)).isEqualTo(404);
        assertThat(status(deepest, "/mlm/members/{}", anna)).isEqualTo(404);
    }

    @Test
    void aPersonWhoIsNoMemberHasNothing() {
        var person = UUID.randomUUID();
        assertThat(status(person, "/mlm/members/{}", person)).isEqualTo(404);
        assertThat(status(person, "/mlm/members/{}", anna)).isEqualTo(404);
    }

    @Test
    void anIdIsReadAsEverywhere() {
        var caller = Calls.person(anna);
        assertThat(Calls.get(caller, "/mlm/members/" + anna.toString().toUpperCase(Locale.ROOT))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Calls.get(caller, "/mlm/members/42").statusCode()).isEqualTo(422);
        assertThat(Calls.get(caller, "/mlm/members/" + bert + "?limit=%00").statusCode())
                .isLessThan(500);
    }

    @Test
    void anotherMembersIdElsewhereOpensNothing() {
        var caller = Calls.person(anna);
        assertThat(Calls.get(caller, "/mlm/bonus/user/" + anna + "?user_id=" + dora)
                        .<Integer>path("size()"))
                .isEqualTo(0);
        assertThat(Calls.get(caller, "/mlm/bonus?user_id=" + anna).statusCode()).isEqualTo(403);
        assertThat(Calls.get(caller, "/mlm/bonus/user/" + anna + "/../" + dora).statusCode())
                .isIn(400, 403, 404);
        assertThat(Calls.get(caller, "/mlm/members/" + anna + "/../" + dora).statusCode())
                .isIn(400, 404);
    }
}
