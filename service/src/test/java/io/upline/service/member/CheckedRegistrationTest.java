package io.upline.service.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.upline.service.network.log.AnotherReplica;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With `dry_run=true` a registration is refused as ever, and places nobody.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class CheckedRegistrationTest {
    @Inject
    DataSource database;

    @Inject
    Database replicas;

    private static ValidatableResponse check(String id, String sponsor) {
        return Api.post("/mlm/register?dry_run=true", body(id, sponsor)).then();
    }

    private static String body(String id, String sponsor) {
        return "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(id, sponsor);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    @Test
    void whatPlacingDecidesIsNull() {
        var root = Api.newRoot();
        var id = newId();
        check(id, root)
                .statusCode(200)
                .header("Upline-Seq", notNullValue())
                .body("id", equalTo(id))
                .body("user_id", equalTo(id))
                .body("parent_id", nullValue())
                .body("sponsor_id", equalTo(root))
                .body("position", nullValue())
                .body("level", nullValue())
                .body("created_at", nullValue())
                .body("updated_at", nullValue())
                .body("children", empty())
                .body("dry_run", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mlm/root", "/mlm/register", "/user/root_user/", "/user/register"})
    void aRootsLevelIsKnown(String path) {
        var id = newId();
        Api.post(path + "?dry_run=true", "{\"user_id\": \"%s\"}".formatted(id))
                .then()
                .statusCode(200)
                .body("user_id", equalTo(id))
                .body("sponsor_id", nullValue())
                .body("level", equalTo(1))
                .body("dry_run", equalTo(true));
    }

    @Test
    void whomAnotherReplicaJustPlacedIsKnown() {
        check(newId(), AnotherReplica.newRoot(replicas)).statusCode(200);
        check(AnotherReplica.newRoot(replicas), newId())
                .statusCode(400)
                .body("type", equalTo("/problems/already-a-member"));
    }

    @Test
    void nobodyIsPlacedAndNothingIsWritten() throws SQLException {
        var root = Api.newRoot();
        var id = newId();
        var before = rowsOf(database);
        check(id, root).statusCode(200);
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", id)
                .body(body(id, root))
                .post("/mlm/register?dry_run=true")
                .then()
                .statusCode(200);
        assertThat(rowsOf(database)).isEqualTo(before);
        Api.get("/mlm/members/" + id).then().statusCode(404);
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", id)
                .body(body(id, root))
                .post("/mlm/register?dry_run=false")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue())
                .body("parent_id", equalTo(root));
    }

    private static String rowsOf(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.prepareStatement("""
                        SELECT network.seq || ' ' || (SELECT count(*) FROM member)
                                           || ' ' || (SELECT count(*) FROM idempotency_key)
                        FROM network
                        """).executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void theSameIsRefusedInTheSameWordsAndOrder() {
        var root = Api.newRoot();
        var member = Api.newMember(root);
        for (var request : new String[] {
            body(member, member), body(member, newId()), body(member, root), body(newId(), newId()), "{}", "[]", "{"
        }) {
            var refusal = Api.post("/mlm/register", request);
            var checked = Api.post("/mlm/register?dry_run=true", request);
            assertThat(refusal.statusCode()).isBetween(400, 499);
            assertThat(checked.statusCode()).isEqualTo(refusal.statusCode());
            for (var field : new String[] {"type", "title", "detail", "errors"}) {
                assertThat(checked.<Object>path(field)).isEqualTo(refusal.path(field));
            }
        }
    }

    @Test
    void anotherWordThanTrueOrFalseIsRefused() {
        Api.post("/mlm/register?dry_run=yes", body(newId(), Api.newRoot()))
                .then()
                .statusCode(400)
                .body("detail", containsString("write true or false"));
    }

    /// Nobody can be taken out again: whoever misspells the check must not be placed.
    @ParameterizedTest
    @ValueSource(strings = {"dryrun=true", "dry_run=", "dry_run", "dry_run=false&dry_run=true", "dry_run=1"})
    void whoMisspellsTheCheckIsToldAndNobodyIsPlaced(String query) {
        var user = UUID.randomUUID();
        Api.post("/mlm/root?" + query, "{\"user_id\": \"%s\"}".formatted(user))
                .then()
                .statusCode(400)
                .body("detail", containsString("dry_run"));
        Api.get("/mlm/members/" + user).then().statusCode(404);
    }
}
