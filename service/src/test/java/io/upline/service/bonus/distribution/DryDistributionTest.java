package io.upline.service.bonus.distribution;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.upline.service.bonus.Bonuses;
import io.upline.service.openapi.Document;
import io.upline.service.openapi.Documented;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.PostgresResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// With `dry_run=true` a trigger is answered and refused as ever, and pays nobody.
@QuarkusTest
@WithTestResource(PostgresResource.class)
class DryDistributionTest {
    private static final String COUNTS = """
            SELECT relname, (xpath('/row/n/text()', query_to_xml(
                       format('SELECT count(*) AS n FROM %I', relname), false, true, '')))[1]::text::bigint
            FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'audit_chain'
            """;

    @Inject
    Database database;

    private String root = "";
    private String source = "";

    @BeforeEach
    void network() {
        root = Api.newRoot();
        source = Api.newMember(Api.newMember(root));
    }

    private static ValidatableResponse ask(String body) {
        var reply = Api.post("/mlm/bonus?dry_run=true", body);
        var documented = Document.read().operation("POST", "/mlm/bonus");
        assertThat(Documented.faults(
                        documented,
                        reply.statusCode(),
                        name -> requireNonNullElse(reply.header(name), ""),
                        reply.asString()))
                .isEmpty();
        return reply.then();
    }

    private static String order(String source, String reference, String amount) {
        return Bonuses.body(source, "purchase", ", \"reference\": \"%s\", \"amount\": %s".formatted(reference, amount));
    }

    private static String newReference() {
        return UUID.randomUUID().toString();
    }

    @Test
    void whatIsNotThereHasNoIdAndNoTime() {
        ask(Bonuses.body(source, "referral", ""))
                .statusCode(200)
                .body("dry_run", equalTo(true))
                .body("detail", equalTo("Bonuses would be distributed; nothing was written"))
                .body("event_id", nullValue())
                .body("created_at", nullValue())
                .body("repeated", equalTo(false))
                .body("total_amount", equalTo(15.00f))
                .body("bonuses.status", contains("pending", "pending"));
    }

    @Test
    void theBonusesAreAllThereWithoutIdsAndTimes() {
        ask(Bonuses.body(source, "referral", ""))
                .body("bonuses", hasSize(2))
                .body("bonuses.id", everyItem(nullValue()))
                .body("bonuses.event_id", everyItem(nullValue()))
                .body("bonuses.created_at", everyItem(nullValue()))
                .body("bonuses.paid_at", everyItem(nullValue()));
    }

    @Test
    void whatIsToldIsPaidAfterwards() {
        var body = order(source, newReference(), "120.50");
        Map<String, Object> told = ask(body).statusCode(200).extract().path("");
        Map<String, Object> paid = Bonuses.post(body).statusCode(200).extract().path("");
        assertThat(comparable(told)).isEqualTo(comparable(paid)).containsKey("total_amount");
    }

    /// A reply without what only one of the two can have.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> comparable(Map<String, Object> reply) {
        var bonuses = (List<Map<String, Object>>) requireNonNull(reply.get("bonuses"));
        bonuses.forEach(bonus -> bonus.keySet().removeAll(List.of("id", "event_id", "created_at")));
        reply.keySet().removeAll(List.of("detail", "event_id", "created_at", "dry_run"));
        return reply;
    }

    @Test
    void whatWasPaidIsToldAsItWasPaid() {
        var body = Bonuses.body(source, "referral", "");
        var paid = Bonuses.post(body).statusCode(200).extract();
        ask(body)
                .statusCode(200)
                .body("dry_run", equalTo(true))
                .body("repeated", equalTo(true))
                .body("detail", equalTo("Bonuses distributed"))
                .body("event_id", equalTo(paid.path("event_id")))
                .body("created_at", equalTo(paid.path("created_at")))
                .body("bonuses", equalTo(paid.path("bonuses")));
    }

    static Stream<String> refused() {
        var nobody = newReference();
        return Stream.of(
                Bonuses.body(nobody, "purchase", ", \"amount\": -1"),
                Bonuses.body(nobody, "purchase", ", \"amount\": 1.001"),
                Bonuses.body(nobody, "refferal", ""),
                Bonuses.body(nobody, "referral", ""),
                "{}",
                "[]",
                "{");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theSameIsRefusedInTheSameWords(String body) {
        var refused = Api.post("/mlm/bonus", body);
        var asked = Api.post("/mlm/bonus?dry_run=true", body);
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(asked.statusCode()).isEqualTo(refused.statusCode());
        for (var field : List.of("type", "title", "detail", "errors")) {
            assertThat(asked.<Object>path(field)).isEqualTo(refused.path(field));
        }
    }

    @Test
    void whatBelongsToAnotherOrderOrCanNotBePaidIsRefusedToo() {
        var reference = newReference();
        Bonuses.post(order(source, reference, "10")).statusCode(200);
        theSameIsRefusedInTheSameWords(order(source, reference, "11"));
        theSameIsRefusedInTheSameWords(order(root, reference, "10"));
        theSameIsRefusedInTheSameWords(order(source, newReference(), "-1"));
    }

    @Test
    void nothingIsWrittenWhateverTheAnswer() {
        var paid = newReference();
        Bonuses.post(order(source, paid, "10")).statusCode(200);
        var before = rows();
        ask(Bonuses.body(source, "referral", "")).statusCode(200);
        ask(order(root, newReference(), "10")).statusCode(200).body("bonuses", empty());
        ask(order(source, paid, "10")).statusCode(200);
        ask(order(source, paid, "11")).statusCode(409);
        refused().forEach(DryDistributionTest::ask);
        keyed(newReference(), "?dry_run=true").statusCode(200);
        assertThat(rows()).isEqualTo(before);
    }

    /// The number of rows of every table; the audit is sealed whenever its time has come.
    private Map<String, Long> rows() {
        return database.transaction(connection -> {
            var counts = new TreeMap<String, Long>();
            try (var select = connection.prepareStatement(COUNTS);
                    var rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counts;
        });
    }

    private ValidatableResponse keyed(String key, String query) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Bonuses.body(source, "purchase", ""))
                .post("/mlm/bonus" + query)
                .then();
    }

    @Test
    void aKeyIsNeitherKeptNorAsked() {
        var key = newReference();
        keyed(key, "?dry_run=true").statusCode(200);
        keyed(key, "?dry_run=false").statusCode(200).header("Idempotency-Replayed", nullValue());
        keyed(key, "?dry_run=true")
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue())
                .body("event_id", nullValue());
        keyed(key, "").statusCode(200).header("Idempotency-Replayed", equalTo("true"));
    }

    /// Money is not called back: whoever misspells the question must not pay.
    @ParameterizedTest
    @ValueSource(
            strings = {"dryrun=true", "dry_run=", "dry_run", "dry_run=false&dry_run=true", "dry_run=1", "dry_run=True"})
    void whoMisspellsTheQuestionIsToldAndNobodyIsPaid(String query) {
        Api.post("/mlm/bonus?" + query, Bonuses.body(source, "referral", ""))
                .then()
                .statusCode(400)
                .body("detail", containsString("dry_run"));
        Api.get("/mlm/bonus/user/" + root).then().body("", empty());
    }

    @Test
    void theGatewaysAddressAnswersToo() {
        Api.post("/bonus?dry_run=true", Bonuses.body(source, "referral", ""))
                .then()
                .statusCode(200)
                .body("dry_run", equalTo(true));
        Api.post("/bonus?dry_run=yes", Bonuses.body(source, "referral", ""))
                .then()
                .statusCode(400);
        Api.get("/mlm/bonus/user/" + root).then().body("", empty());
    }
}
