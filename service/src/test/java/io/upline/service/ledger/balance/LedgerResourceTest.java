package io.upline.service.ledger.balance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.upline.service.bonus.Bonuses;
import io.upline.service.openapi.Documented;
import io.upline.service.platform.database.Database;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@SuppressWarnings("NullAway.Init")
class LedgerResourceTest {
    @Inject
    Database database;

    private String earner = "";
    private String source = "";

    @BeforeEach
    void register() {
        earner = Api.newRoot();
        source = Api.newMember(earner);
    }

    @AfterEach
    void everythingAddsUp() {
        Checks.assertClean();
        for (var sum : Bonuses.json(Api.get("/mlm/ledger")).<BigDecimal>getList("sums.amount")) {
            assertThat(sum).isEqualByComparingTo("0");
        }
    }

    @Test
    void whoHasNothingHasABalanceOfNothing() {
        Documented.get("/mlm/members/{user_id}/balance", source)
                .statusCode(200)
                .body("balances.size()", equalTo(1))
                .body("balances[0].net", equalTo(0.0f));
        Documented.get("/mlm/members/{user_id}/postings", source).statusCode(200);
        assertThat(Api.get("/mlm/members/" + source + "/balance").asString())
                .contains(
                        "{\"currency\":\"USD\",\"held\":0.00,\"payable\":0.00,\"owed\":0.00,\"net\":0.00,\"paid_out\":0.00}");
    }

    @Test
    void aBalanceIsTheSameBeforeAndAfterItsCheckpoint() {
        var bonuses = earn(3);
        markPaid(bonuses.get(0));
        reverse(bonuses.get(0), "4");
        reverse(bonuses.get(1), "1");
        assertBalance("19.00", "4.00", "15.00", "10.00");
        keepBalances();
        assertBalance("19.00", "4.00", "15.00", "10.00");
        markPaid(bonuses.get(2));
        assertBalance("9.00", "0.00", "9.00", "16.00");
        keepBalances();
        assertBalance("9.00", "0.00", "9.00", "16.00");
    }

    @Test
    void postingsAreReadToTheirEndNewestFirst() {
        var bonuses = earn(4);
        markPaid(bonuses.getFirst());
        var ids = new ArrayList<Long>();
        String cursor = "";
        while (cursor != null) {
            var page = Bonuses.json(Api.get("/mlm/members/" + earner + "/postings?limit=2&cursor=" + cursor));
            ids.addAll(page.getList("items.id", Long.class));
            cursor = page.getString("next");
        }
        assertThat(ids)
                .hasSize(5)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .doesNotHaveDuplicates();
        Documented.get("/mlm/members/{user_id}/postings", earner)
                .statusCode(200)
                .body("items.kind", equalTo(List.of("paid", "earned", "earned", "earned", "earned")))
                .body("items[0].bonus_id", equalTo(bonuses.getFirst()));
    }

    @Test
    void theLedgerSumsToZeroAndSaysSoAsAMetric() {
        earn(2);
        Documented.get("/mlm/ledger", "").statusCode(200);
        Wait.until(() -> given().get("/metrics").asString().contains("upline_ledger_imbalance 0.0"));
    }

    @Test
    void whoIsNoMemberHasNoBalance() {
        Api.get("/mlm/members/00000000-0000-4000-8000-000000000000/balance")
                .then()
                .statusCode(404);
        Api.get("/mlm/members/" + earner + "/postings?cursor=nonsense").then().statusCode(400);
    }

    private List<String> earn(int bonuses) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < bonuses; i++) {
            var body = Bonuses.body(source, "purchase", ", \"amount\": 10");
            ids.add(Bonuses.post(body).statusCode(200).extract().path("bonuses[0].id"));
        }
        return ids;
    }

    private void keepBalances() {
        var checkpoints = new Checkpoints(database);
        var last = lastPosting();
        Wait.until(() -> {
            checkpoints.run();
            return database.transaction(connection -> {
                try (var row = connection.createStatement().executeQuery("SELECT upto FROM ledger")) {
                    row.next();
                    return row.getLong(1) >= last;
                }
            });
        });
    }

    private long lastPosting() {
        return Bonuses.json(Api.get("/mlm/members/" + earner + "/postings?limit=1"))
                .getLong("items[0].id");
    }

    private void assertBalance(String payable, String owed, String net, String paidOut) {
        assertThat(Api.get("/mlm/members/" + earner + "/balance").asString())
                .contains("\"held\":0.00,\"payable\":%s,\"owed\":%s,\"net\":%s,\"paid_out\":%s"
                        .formatted(payable, owed, net, paidOut));
    }

    private static void markPaid(String bonus) {
        given().patch("/mlm/bonus/" + bonus + "/mark-paid").then().statusCode(200);
    }

    private void reverse(String bonus, String amount) {
        JsonPath bonuses = Bonuses.json(Api.get("/mlm/bonus/user/" + earner));
        String event = bonuses.getString("find { it.id == '%s' }.event_id".formatted(bonus));
        var part = "{\"amount\": %s, \"refund_reference\": \"RF-%s\"}".formatted(amount, UUID.randomUUID());
        Api.post("/mlm/events/" + event + "/reverse", part).then().statusCode(200);
    }
}
