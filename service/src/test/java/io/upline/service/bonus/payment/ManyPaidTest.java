package io.upline.service.bonus.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.bonus.Bonuses;
import io.upline.service.testing.Api;
import io.upline.service.testing.Checks;
import io.upline.service.testing.PostgresResource;
import io.upline.service.testing.Wait;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// More bonuses than a request pays by itself.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@SuppressWarnings("NullAway.Init")
class ManyPaidTest {
    private static final int COPIES = 2 * PayAll.IN_REQUEST + 17;

    @Inject
    DataSource database;

    @Test
    void aJobPaysThemOnceAndSaysWhatItPaid() throws SQLException {
        var earner = Api.newRoot();
        String bonus =
                Bonuses.distribute(Api.newMember(earner), "referral").extract().path("bonuses[0].id");
        owe(earner);
        multiply(bonus);
        var key = UUID.randomUUID().toString();
        var reply = payAll(key);
        reply.then()
                .statusCode(202)
                .header("Location", startsWith("/mlm/jobs/"))
                .body("detail", equalTo("All bonuses have been paid."))
                .body("to_pay", equalTo(COPIES + 1));
        assertThat(payAll(key)
                        .then()
                        .statusCode(202)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .asString())
                .isEqualTo(reply.asString());
        Wait.until(() -> "done".equals(Api.get(reply.header("Location")).path("status")));
        Api.get(reply.header("Location"))
                .then()
                .body("progress.done", equalTo(COPIES + 1))
                .body("result.paid", equalTo(COPIES + 1))
                .body("result.skipped", equalTo(0));
        assertThat(Api.get(reply.header("Location")).asString())
                .contains("\"amount\":%d0.00,\"set_off\":10.00,\"currency\":\"USD\"".formatted(COPIES + 1));
        payAll(UUID.randomUUID().toString()).then().statusCode(200).body("paid", equalTo(0));
        Checks.assertClean();
    }

    private static io.restassured.response.Response payAll(String key) {
        return given().header("Idempotency-Key", key).post("/mlm/bonus/mark-paid");
    }

    /// Ten, from a bonus that was paid and taken back.
    private static void owe(String earner) {
        var reply = Bonuses.distribute(Api.newMember(earner), "referral");
        given().patch("/mlm/bonus/" + reply.extract().path("bonuses[0].id") + "/mark-paid")
                .then()
                .statusCode(200);
        Api.post("/mlm/events/" + reply.extract().path("event_id") + "/reverse", "{}")
                .then()
                .statusCode(200);
    }

    private void multiply(String bonus) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        WITH copied AS (
                          INSERT INTO bonus (id, event, earner, source, level, rule, line, amount, currency, created_at)
                          SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                                 event, earner, source, level, rule, line, amount, currency, created_at
                          FROM bonus, generate_series(1, ?) AS n WHERE id = ?::uuid
                          RETURNING id, earner, amount, currency, created_at
                        )
                        INSERT INTO posting (kind, from_account, to_account, to_member, bonus_type, amount, currency, bonus, posted_at)
                        SELECT 'earned', 'expense', 'payable', earner, 'referral', amount, currency, id, created_at FROM copied
                        """)) {
            insert.setInt(1, COPIES);
            insert.setString(2, bonus);
            insert.executeUpdate();
        }
    }
}
